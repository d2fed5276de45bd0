/** Finished files that go somewhere: into a folder, a service's store, or a bucket. */
package io.reelbench.engine.cloud.deliver;
