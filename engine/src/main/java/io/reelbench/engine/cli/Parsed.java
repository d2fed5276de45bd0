package io.reelbench.engine.cli;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a command line.
 *
 * @param command    the words that name the command, for messages; empty for the program itself
 * @param globals    options that every command takes
 * @param wanted     empty when anything is wrong
 * @param complaints all that is wrong, not only the first
 */
public record Parsed(String command, Globals globals, Optional<Wanted> wanted, List<Complaint> complaints) {
}
