package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.cloud.account.Service;
import java.util.List;
import java.util.Optional;

/** All that are declared. */
public final class Providers {

    private static final List<Provider> ALL = List.of(FfmpegMedia.declared(), Varg.declared(), FfmpegRest.declared(),
            RelayStation.declared());

    private Providers() {}

    public static List<Provider> all() {
        return ALL;
    }

    /** Empty for services that only keep files. */
    public static Optional<Provider> of(Service service) {
        return ALL.stream().filter(p -> p.service() == service).findFirst();
    }

    /** Where a model's job is asked after. */
    public static Life lifeOfModels() {
        return FfmpegRest.MODEL;
    }
}
