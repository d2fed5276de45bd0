package io.reelbench.engine.cli;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Tells what is wrong with a command line. */
final class Complaints {

    private final Shell shell;
    private final Globals globals;

    Complaints(Shell shell, Globals globals) {
        this.shell = shell;
        this.globals = globals;
    }

    void tell(String command, List<Complaint> complaints) {
        for (Complaint complaint : complaints) {
            if (globals.json()) {
                Json json = new Json(shell);
                ObjectNode event = json.event("problem").put("command", command)
                        .put("file", complaint.file().orElse(null));
                json.write(json.problem(event, complaint.problem()));
            } else {
                shell.complain(Columns.oneLine(complaint.line(command)));
            }
        }
    }
}
