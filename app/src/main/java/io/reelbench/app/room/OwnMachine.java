package io.reelbench.app.room;

import io.reelbench.engine.problem.Text;
import io.reelbench.engine.settings.AfterWork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** This computer, asked through the programs that its system has for that. Words are passed as arguments, never through a shell. */
public final class OwnMachine implements Machine {

    private static final int SECONDS = 5;

    @Override
    public Set<AfterWork> can() throws InterruptedException {
        Set<AfterWork> can = EnumSet.noneOf(AfterWork.class);
        switch (Outside.system()) {
            case LINUX -> {
                // what a password would be asked for is no good when nobody is there
                if (answer("CanSuspend").contains("\"yes\"")) {
                    can.add(AfterWork.SLEEP);
                }
                if (answer("CanPowerOff").contains("\"yes\"")) {
                    can.add(AfterWork.SHUT_DOWN);
                }
                if (Outside.ran(List.of("notify-send", "--version"))) {
                    can.add(AfterWork.TELL);
                }
            }
            case MAC -> can.addAll(Set.of(AfterWork.SLEEP, AfterWork.SHUT_DOWN, AfterWork.TELL));
            case WINDOWS -> can.addAll(Set.of(AfterWork.SLEEP, AfterWork.SHUT_DOWN));
        }
        return can;
    }

    private static String answer(String question) throws InterruptedException {
        try {
            Process asked = new ProcessBuilder("busctl", "--system", "--timeout=3", "call", "org.freedesktop.login1",
                    "/org/freedesktop/login1", "org.freedesktop.login1.Manager", question)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!asked.waitFor(SECONDS, TimeUnit.SECONDS)) {
                asked.destroy();
                return "";
            }
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notInstalled) {
            return "";
        }
    }

    @Override
    public Optional<Text> power(AfterWork deed) throws InterruptedException {
        boolean sleep = deed == AfterWork.SLEEP;
        boolean done = Outside.ran(switch (Outside.system()) {
            case LINUX -> List.of("systemctl", sleep ? "suspend" : "poweroff");
            case MAC -> sleep
                    ? List.of("pmset", "sleepnow")
                    : List.of("osascript", "-e", "tell application \"System Events\" to shut down");
            case WINDOWS -> sleep
                    ? List.of("rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0")
                    : List.of("shutdown.exe", "/s", "/t", "0");
        });
        return done ? Optional.empty() : Optional.of(OutsideWords.NO_POWER.with());
    }

    @Override
    public Optional<Text> tell(String title, String words) throws InterruptedException {
        boolean told = switch (Outside.system()) {
            case LINUX -> Outside.ran(List.of("notify-send", "--app-name=Reelbench", "--", title, words));
            case MAC -> Outside.ran(List.of("osascript", "-e", "on run argv", "-e",
                    "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", title, words));
            case WINDOWS -> false;
        };
        return told ? Optional.empty() : Optional.of(OutsideWords.NO_NOTE.with());
    }
}
