package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Order;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The thread of one lane. */
final class Worker {

    /** After so long without work files are closed and frames are forgotten. */
    private static final long IDLE_SECONDS = 60;

    private final Lane lane;
    private final Workshop workshop;
    private final Consumer<Answer> answers;
    private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final Map<Long, Job> open = new ConcurrentHashMap<>();

    Worker(Lane lane, Workshop workshop, Consumer<Answer> answers) {
        this.lane = lane;
        this.workshop = workshop;
        this.answers = answers;
    }

    void start() {
        Thread.ofPlatform().daemon().name("lane-" + lane).start(this::work);
    }

    void give(Job job) {
        open.put(job.id(), job);
        jobs.add(job);
    }

    void cancel(long id) {
        Job job = open.get(id);
        if (job != null) {
            job.cancel();
        }
    }

    /** Something was said about a job. */
    void tell(long id, Order order) {
        Job job = open.get(id);
        if (job != null) {
            job.hear(order);
        }
    }

    private void work() {
        if (lane == Lane.PICTURES || lane == Lane.LONG) {
            Politeness.lowerThisThread();
        }
        try {
            while (true) {
                Job job = jobs.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                if (job == null) {
                    workshop.close();
                } else {
                    answers.accept(met(job));
                    open.remove(job.id());
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer met(Job job) {
        try {
            job.goesOn();
            return workshop.meet(job);
        } catch (Job.Unwanted stopped) {
            return new Answer.Dropped(job.id());
        } catch (Unable unable) {
            workshop.forget(job.request().source());
            return new Answer.Failed(job.id(), unable.reason(), String.valueOf(unable.getMessage()));
        } catch (OutOfMemoryError full) {
            workshop.close();
            return new Answer.Failed(job.id(), Reason.NO_MEMORY, String.valueOf(full.getMessage()));
        } catch (RuntimeException broken) {
            System.err.println("decoder: " + broken + " at " + broken.getStackTrace()[0]);
            workshop.forget(job.request().source());
            return new Answer.Failed(job.id(), Reason.BROKEN, broken.toString());
        }
    }
}
