package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why an encoder did not work, for people who bought a card for it. */
final class DeviceReason {

    private static final Pattern OLD_DRIVER = Pattern
            .compile("minimum required Nvidia driver for nvenc is (\\S+)", Pattern.CASE_INSENSITIVE);

    private record Known(Pattern words, FfmpegWords reason) {
    }

    private static final List<Known> KNOWN = List.of(
            known("Cannot load (libcuda|nvcuda|libnvidia-encode|nvEncodeAPI)|Cannot init CUDA|cuInit|no CUDA-capable device",
                    FfmpegWords.NO_NVIDIA),
            known("nvenc API version", FfmpegWords.OLD_NVIDIA_DRIVER),
            known("No (NVENC )?capable devices found|OpenEncodeSessionEx failed|Codec not supported|No device .* supports",
                    FfmpegWords.CARD_CANNOT),
            known("amfrt|AMF failed|CreateComponent", FfmpegWords.NO_AMD),
            known("MFX session|Failed to create a (VAAPI|D3D11VA|DXVA2) device|QSV device|libmfx|libvpl",
                    FfmpegWords.NO_QUICK_SYNC),
            known("VAAPI|vaInitialize|No VA display|profile/entrypoint", FfmpegWords.NO_VAAPI),
            known("cannot create compression session|videotoolbox", FfmpegWords.CARD_CANNOT),
            known("could not find any MFT|MediaFoundation|CoCreateInstance", FfmpegWords.CARD_CANNOT),
            known("Could not find a valid device|Vulkan|No devices found", FfmpegWords.NO_GRAPHICS));

    private static Known known(String words, FfmpegWords reason) {
        return new Known(Pattern.compile(words, Pattern.CASE_INSENSITIVE), reason);
    }

    private DeviceReason() {}

    /** @param ran of a trial that did not go well */
    static Text of(Ran ran) {
        if (ran.stalled()) {
            return FfmpegWords.DEVICE_SILENT.with();
        }
        Matcher driver = OLD_DRIVER.matcher(ran.complaints());
        if (driver.find()) {
            return FfmpegWords.OLDER_NVIDIA_DRIVER.with(driver.group(1));
        }
        // what is said first is the cause; the rest follows from it
        List<String> lines = ran.complaints().lines().map(Complaint::of).filter(c -> !c.isSummary()).map(Complaint::what)
                .filter(words -> !words.isBlank()).toList();
        Optional<Text> known = lines.stream()
                .flatMap(line -> KNOWN.stream().filter(k -> k.words.matcher(line).find()).limit(1).map(k -> k.reason.with()))
                .findFirst();
        return known.orElseGet(() -> lines.isEmpty()
                ? FfmpegWords.WITH_CODE.with(ran.exitCode(), FfmpegWords.SILENT.say())
                : Text.verbatim(lines.getFirst()));
    }
}
