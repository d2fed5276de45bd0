package io.reelbench.engine.raw;

import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Text;

/**
 * One part of a written command that is refused.
 *
 * @param part     as the command names it: {@code -attach}, {@code movie}, {@code curves plot}, {@code x264-params stats}
 * @param code     what kind of mistake it is
 * @param why      in words, naming the part
 * @param optional whether a person who was told may allow the part for one run; what cannot be planned at all is not
 */
public record Refusal(String part, Code code, Text why, boolean optional) {
}
