package io.reelbench.app.room;

import io.reelbench.app.desk.Desk;
import io.reelbench.app.memory.Memory;

/** What every region of the window is given. */
public record Room(Desk desk, Actions actions, Memory memory) {
}
