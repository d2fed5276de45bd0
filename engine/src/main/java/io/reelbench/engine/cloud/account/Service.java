package io.reelbench.engine.cloud.account;

import io.reelbench.engine.schema.Word;
import java.net.URI;
import java.util.Optional;

/** Whom an account is with. */
public enum Service implements Word {
    FFMPEG_MEDIA("FFmpeg Media", Optional.empty()), VARG("varg", Optional.of("https://api.varg.ai")),
    FFMPEG_REST("FFmpeg REST", Optional.of("https://ffmpeg-rest-production-850b.up.railway.app")),
    RELAYSTATION("RelayStation", Optional.of("https://api.relaystation.ai")), S3("S3", Optional.of("https://s3.amazonaws.com"));

    private final String title;
    private final Optional<String> base;

    Service(String title, Optional<String> base) {
        this.title = title;
        this.base = base;
    }

    @Override
    public String title() {
        return title;
    }

    /** Where it is by itself; empty when nobody published that. */
    public Optional<URI> base() {
        return base.map(URI::create);
    }
}
