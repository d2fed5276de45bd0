/** Measures of the window, for people: {@code mvn -q -Pwindow-bench -DskipTests -pl app -am test-compile exec:exec}. */
package io.reelbench.app.bench;
