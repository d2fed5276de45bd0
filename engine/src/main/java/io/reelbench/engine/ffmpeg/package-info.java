/**
 * Everything that touches the ffmpeg programs: finding and unpacking them, starting and guarding their processes, asking what they can do,
 * probing files, running commands, and saying in plain words why one failed.
 */
package io.reelbench.engine.ffmpeg;
