package io.reelbench.engine.preview;

import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a recipe makes of one frame.
 *
 * @param frame  the frame as the output would show it; {@code atUs} is still the clip's time. A frame that is cut away is shown all the same
 * @param kept   whether this moment is in the output at all
 * @param copied whether the picture is copied and so is the source's own
 * @param encodedBytes size of this frame encoded as a keyframe; empty when it is copied or was not encoded
 * @param caveats what a single frame cannot show, such as rate control or a filter that needs the frames around it
 */
public record ResultFrame(Frame frame, boolean kept, boolean copied, OptionalLong encodedBytes, List<Text> caveats) {
}
