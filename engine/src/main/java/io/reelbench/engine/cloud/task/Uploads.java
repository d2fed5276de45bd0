package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.cloud.provider.Intake;
import io.reelbench.engine.cloud.provider.Slot;
import io.reelbench.engine.cloud.wire.Answer;
import io.reelbench.engine.cloud.wire.Ask;
import io.reelbench.engine.cloud.wire.Body;
import io.reelbench.engine.cloud.wire.Meter;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Brings files to a service, in whatever way it wants them, and says how they are named there. */
public final class Uploads {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What the bytes of a small file stand for until it is sent. */
    private static final String IN_TEXT = "in-text";

    private final Talk talk;
    private final Toll toll;

    public Uploads(Talk talk, Toll toll) {
        this.talk = talk;
        this.toll = toll;
    }

    /**
     * The name there of one file, as JSON: an address or an object. Where an answer is lost it is uploaded again if that harms nothing; what
     * costs by itself is not.
     */
    public JsonNode put(Intake intake, Path file, Slot.Kind kind, Meter meter) throws FailedException, InterruptedException {
        return switch (intake) {
            case Intake.AsForm(String path, String field, var address, var price) -> {
                Body form = new Body.Form(List.of(attached(field, file)));
                yield paid(price, ask(path, form), meter, answer -> answer.json().flatMap(address::in));
            }
            case Intake.AsIs(String path, var header, var address) -> {
                Ask plain = ask(path, new Body.Raw(file, type(file)));
                Ask ask = header.isPresent() ? plain.with(Map.of(header.get(), "sha256:" + hash(file))) : plain;
                yield named(ask, Talk.Repeat.FREELY, meter, answer -> answer.json().flatMap(address::in));
            }
            case Intake.Turned(var paths, String field, var address) -> {
                Body form = new Body.Form(List.of(attached(field, file)));
                String path = paths.get(kind);
                if (path == null) {
                    throw new FailedException(new Failure.Internal("no way for " + kind));
                }
                yield named(ask(path, form).within(java.time.Duration.ofMinutes(10)), Talk.Repeat.FREELY, meter,
                        answer -> answer.json().flatMap(address::in));
            }
            case Intake.InText inText -> size(file) * 4 / 3 + 4 <= inText.mostInText()
                    ? JSON.createObjectNode().put(IN_TEXT, true)
                    : presigned(inText, file, meter);
            case Intake.Along _ -> JSON.createObjectNode();
        };
    }

    /** The same names with the bytes of small files in them, ready to be sent. */
    static JsonNode filled(JsonNode name, Path file) throws FailedException {
        if (!name.has(IN_TEXT)) {
            return name;
        }
        try {
            return JSON.createObjectNode().put("inline", Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new FailedException(new Failure.NoRead(file.toString()), e);
        }
    }

    /** A form is asked for and filled in. It lies with somebody else, so the key does not go along. */
    private JsonNode presigned(Intake.InText intake, Path file, Meter meter) throws FailedException, InterruptedException {
        byte[] about = JSON.writeValueAsBytes(JSON.createObjectNode().put("filename", file.getFileName().toString())
                .put("contentType", type(file)).put("sizeBytes", size(file)));
        JsonNode form = talk.ask(ask(intake.path(), new Body.Json(about)), Talk.Repeat.FREELY, Meter.NONE,
                answer -> answer.json().filter(j -> intake.form().in(j).isPresent() && intake.key().in(j).isPresent()));
        URI there = URI.create(intake.form().in(form).orElseThrow());
        talk.check(there);
        List<Body.Part> parts = new ArrayList<>();
        JsonNode fields = form.has("fields") ? form.get("fields") : form.path("upload").path("fields");
        fields.propertyStream().forEach(f -> parts.add(new Body.Field(f.getKey(), f.getValue().asString(""))));
        parts.add(attached("file", file));
        talk.ask(Ask.post(there, new Body.Form(parts), Optional.empty()), Talk.Repeat.FREELY, meter, Optional::of);
        return JSON.createObjectNode().put("inputKey", intake.key().in(form).orElseThrow());
    }

    private Ask ask(String path, Body body) {
        return Ask.post(talk.account().at(path), body, talk.pass());
    }

    /** From its last byte on the file is not torn off, since its answer would be lost. */
    private JsonNode paid(Cost price, Ask ask, Meter meter, Function<Answer, Optional<String>> address)
            throws FailedException, InterruptedException {
        AtomicReference<FailedException> kept = new AtomicReference<>();
        JsonNode name;
        try {
            name = named(ask, Talk.Repeat.NEVER, (bytes, whole) -> {
                if (bytes >= whole) {
                    talk.gate().guard();
                    leave(price, kept);
                }
                meter.moved(bytes, whole);
            }, address);
        } catch (FailedException e) {
            if (kept.get() != null) {
                throw kept.get();
            } else if (!(e.failure() instanceof Failure.AnswerLost)) {
                toll.refused();
            }
            throw e;
        } finally {
            talk.gate().bare();
        }
        toll.paid(price, name);
        return name;
    }

    private void leave(Cost price, AtomicReference<FailedException> kept) {
        try {
            toll.leaving(price);
        } catch (FailedException e) {
            kept.set(e);
            throw new IllegalStateException(e);
        }
    }

    private JsonNode named(Ask ask, Talk.Repeat repeat, Meter meter, Function<Answer, Optional<String>> address)
            throws FailedException, InterruptedException {
        String there = talk.ask(ask, repeat, meter, answer -> address.apply(answer).filter(Uploads::isAddress));
        return JSON.getNodeFactory().stringNode(there);
    }

    private static boolean isAddress(String text) {
        try {
            return io.reelbench.engine.cloud.account.Origin.of(URI.create(text)).isPresent();
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }

    static Body.Attached attached(String field, Path file) {
        return new Body.Attached(field, file, file.getFileName().toString(), type(file));
    }

    static String type(Path file) {
        String guessed = URLConnection.guessContentTypeFromName(file.getFileName().toString().replace('#', '_'));
        return guessed == null ? "application/octet-stream" : guessed;
    }

    static long size(Path file) throws FailedException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new FailedException(new Failure.Missing(file.toString()), e);
        }
    }

    static String hash(Path file) throws FailedException, InterruptedException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream through = new DigestInputStream(in, digest)) {
                byte[] some = new byte[1 << 16];
                while (through.read(some) >= 0) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw Faults.writing(file.getParent(), e);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** A request with the files' names in it. */
    static ObjectNode filled(ObjectNode body, List<Slot> slots, List<Path> files, List<JsonNode> names) throws FailedException {
        ObjectNode whole = body.deepCopy();
        for (int i = 0; i < slots.size(); i++) {
            String pointer = slots.get(i).pointer();
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = whole.at(pointer.substring(0, slash));
            JsonNode name = filled(names.get(i), files.get(i));
            String last = pointer.substring(slash + 1);
            if (parent instanceof tools.jackson.databind.node.ArrayNode list) {
                list.set(Integer.parseInt(last), name);
            } else {
                ((ObjectNode) parent).set(last, name);
            }
        }
        return whole;
    }
}
