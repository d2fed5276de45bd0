package io.reelbench.engine.ffmpeg;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of ffmpeg's standard error, taken apart.
 *
 * @param level {@code warning}, {@code error}, {@code fatal}, {@code panic}; empty when the line has none
 * @param what  the message itself
 */
record Complaint(String level, String what) {

    /** {@code [mov,mp4 @ 0x55d0] [error] moov atom not found}: who, how bad, what. */
    private static final Pattern FORM = Pattern
            .compile("(?:\\[[^\\]]* @ (?:0x)?[0-9a-fA-F]+\\] ?)*(?:\\[(panic|fatal|error|warning)\\] ?)?(.*)");
    /** What ffmpeg says in the end, whatever went wrong before. */
    private static final Pattern SUMMARY = Pattern.compile(
            "(Conversion failed!|Error opening (input|output)( file)?s?.*|Error (while )?(decoding|filtering|submitting|sending|processing).*|"
                    + "Task finished with error code.*|Terminating thread.*|Nothing was written.*|Last message repeated.*|Invalid data found.*|"
                    + "file:.*: Invalid .*|Error initializing.*|Error muxing.*|Error writing trailer.*|Error closing file.*)");

    static Complaint of(String line) {
        Matcher form = FORM.matcher(line.strip());
        return form.matches()
                ? new Complaint(form.group(1) == null ? "" : form.group(1), form.group(2))
                : new Complaint("", line);
    }

    boolean isWarning() {
        return level.equals("warning");
    }

    boolean isError() {
        return !level.isEmpty() && !isWarning();
    }

    /** Whether it says only that something failed, and not what. */
    boolean isSummary() {
        return SUMMARY.matcher(what).matches();
    }
}
