package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTrialsTest {

    @TempDir
    Path cache;

    private final List<List<String>> tried = Collections.synchronizedList(new ArrayList<>());
    private Instant now = Instant.parse("2026-08-03T10:00:00Z");

    private static Capabilities.Encoder device(String name) {
        return new Capabilities.Encoder(name, List.of("nv12"), List.of(), List.of(), List.of(), true);
    }

    private static CapabilityReader.Said said(String... devices) {
        return new CapabilityReader.Said(new Capabilities("ffmpeg", Map.of("libx264", new Capabilities.Encoder("libx264",
                List.of(), List.of(), List.of(), List.of(), false)), Set.of(), Set.of(), Set.of(), Set.of()),
                java.util.Arrays.stream(devices).map(DeviceTrialsTest::device).toList());
    }

    /** An ffmpeg for which only some devices are there. */
    private Runner machine(Set<String> working, String complaint) {
        return (arguments, _, _) -> {
            tried.add(arguments);
            boolean works = arguments.stream().anyMatch(working::contains);
            return ended(works ? 0 : 187, works ? "" : complaint);
        };
    }

    private static Running ended(int code, String complaints) {
        Progress last = new Progress(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty(),
                OptionalDouble.empty(), true);
        Ran ran = new Ran(code, last, 0, 0, List.of(), complaints, false, false,
                new Ran.Times(Instant.EPOCH, Instant.EPOCH, 0, 0, Optional.empty()));
        return new Running() {
            @Override
            public long pid() {
                return 1;
            }

            @Override
            public boolean pause() {
                return false;
            }

            @Override
            public boolean resume() {
                return false;
            }

            @Override
            public void cancel() {
                throw new AssertionError("nobody cancels");
            }

            @Override
            public Ran await() {
                return ran;
            }
        };
    }

    private DeviceTrials trials(Runner runner, CapabilityReader.Said said) {
        return new DeviceTrials("8.1.2", said, runner, cache, new DeviceFacts(), () -> now);
    }

    @Test
    void onlyThoseThatEncodeAFrameAreOffered() throws Exception {
        Capabilities can = trials(machine(Set.of("h264_nvenc"), "[h264_qsv @ 0x5556] [error] Failed to create a VAAPI device."),
                said("h264_nvenc", "h264_qsv")).tried();
        assertThat(can.encoders()).containsOnlyKeys("libx264", "h264_nvenc");
        assertThat(can.unfit()).containsOnlyKeys("h264_qsv");
        assertThat(can.unfit().get("h264_qsv")).hasToString("there is no Intel graphics with Quick Sync, or no driver for it");
        assertThat(tried.getFirst()).containsSubsequence("-i", "color=black:size=256x256:rate=25", "-frames:v", "1", "-c:v",
                "h264_nvenc", "-f", "null", "-");
    }

    @Test
    void theyAreTriedOnceADay() throws Exception {
        Runner machine = machine(Set.of("h264_nvenc"), "no");
        DeviceTrials first = trials(machine, said("h264_nvenc", "hevc_amf"));
        Capabilities can = first.tried();
        assertThat(first.tried()).isEqualTo(can);
        assertThat(trials(machine, said("h264_nvenc", "hevc_amf")).tried()).as("another start").isEqualTo(can);
        assertThat(tried).hasSize(2);
        now = now.plus(Duration.ofHours(25));
        assertThat(first.tried()).isEqualTo(can);
        assertThat(tried).hasSize(4);
        assertThat(new DeviceTrials("8.2", said("h264_nvenc"), machine, cache, new DeviceFacts(), () -> now).tried().unfit())
                .as("other programs").isEmpty();
        assertThat(tried).hasSize(5);
    }

    @Test
    void thisMachinesDevicesAreToldAsTheyAre() throws Exception {
        CapabilityReader.Said said = new CapabilityReader(Clips.binaries(), Clips.launcher(), cache).read();
        DeviceTrials trials = new DeviceTrials(Clips.binaries().id(), said,
                new FfmpegRunner(Clips.binaries(), Clips.launcher(), DeviceTrials.PATIENCE), cache, new DeviceFacts(), () -> now);
        Capabilities can = trials.tried();
        Set<String> names = said.devices().stream().map(Capabilities.Encoder::name).collect(Collectors.toSet());
        Set<String> either = can.encoders().values().stream().filter(Capabilities.Encoder::hardware)
                .map(Capabilities.Encoder::name).collect(Collectors.toSet());
        either.addAll(can.unfit().keySet());
        assertThat(either).as("each works or has its reason").isEqualTo(names);
        assertThat(can.unfit().values()).extracting(Text::toString)
                .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotContain("@ 0x", "Error while opening encoder"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [h264_nvenc @ 0x1] [error] Cannot load libcuda.so.1                                     | there is no NVIDIA driver, or no card that it knows
            [h264_nvenc @ 0x1] [error] Cannot load nvcuda.dll                                       | there is no NVIDIA driver, or no card that it knows
            [error] The minimum required Nvidia driver for nvenc is 570.0 or newer                  | the NVIDIA driver is too old; 570.0 or newer is needed
            [av1_nvenc @ 0x1] [error] No capable devices found                                      | the graphics chip cannot encode this
            [h264_amf @ 0x1] [error] DLL amfrt64.dll failed to open                                 | there is no AMD driver
            [h264_qsv @ 0x1] [error] Error creating a MFX session: -9.                              | there is no Intel graphics with Quick Sync, or no driver for it
            [AVHWDeviceContext @ 0x1] [error] Failed to initialise VAAPI connection: -1             | the graphics driver offers no encoding (VA-API)
            [h264_v4l2m2m @ 0x1] [error] Could not find a valid device                              | there is no graphics device
            [hevc_mf @ 0x1] [error] could not find any MFT for the given media type                 | the graphics chip cannot encode this
            [hevc_videotoolbox @ 0x1] [error] Error: cannot create compression session: -12908      | the graphics chip cannot encode this
            [new_thing @ 0x1] [error] The moon is full                                              | The moon is full
            """)
    void reasonsAreInWords(String complaint, String words) throws Exception {
        Ran ran = ended(187, complaint + "\n[vost#0:0 @ 0x2] [error] Error while opening encoder\n").await();
        assertThat(DeviceReason.of(ran)).hasToString(words);
    }
}
