package io.reelbench.engine.bench;

/**
 * What a piece of work took.
 *
 * @param wall seconds
 */
record Timed(double wall, Cpu cpu) {

    interface Work {
        void run() throws Exception;
    }

    static Timed of(Work work) throws Exception {
        Cpu before = Cpu.now();
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e9;
        return new Timed(wall, Cpu.now().since(before));
    }
}
