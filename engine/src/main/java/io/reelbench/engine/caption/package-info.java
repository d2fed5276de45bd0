/**
 * Captions as text: files are read here into {@link io.reelbench.engine.caption.Script}, which says what stands where and when. Files are
 * untrusted: everything has a bound, and nothing that one names is opened.
 */
package io.reelbench.engine.caption;
