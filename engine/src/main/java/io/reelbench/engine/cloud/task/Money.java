package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the jobs of one run of a task take and give back. */
final class Money {

    private final Trip trip;
    private final List<Text> notes;

    /** @param notes where a person is told */
    Money(Trip trip, List<Text> notes) {
        this.trip = trip;
        this.notes = notes;
    }

    private Budget budget() {
        return trip.bench().budget();
    }

    /** What is not charged yet counts from now on; fails when it would pass the limit. */
    void hold() throws FailedException {
        boolean charged = trip.at().stage() == Passage.Stage.SENT;
        Optional<Cost> left = charged
                ? trip.route().costFrom(trip.at().leg() + 1)
                : trip.at().stage() == Passage.Stage.UPLOADED
                        ? trip.route().costOfSending(trip.at().leg())
                        : left(trip.at().files().size());
        if (!charged || left.isPresent()) {
            budget().hold(trip.account(), trip.task().id(), left);
        }
    }

    void letGo() {
        budget().letGo(trip.task().id());
    }

    private Cost.Unit unit() {
        return trip.call().cost().map(Cost::unit).orElse(Cost.Unit.CREDITS);
    }

    private String job() {
        return trip.at().job().or(trip.at()::key).orElse(trip.task().id());
    }

    /**
     * One of our files is there, which costs by itself: the price list says how much, and nothing gives it back.
     *
     * @param before how many files of the job were there before it
     */
    void brought(Cost price, int before) throws FailedException {
        String id = "%s-%d-%d-%d".formatted(trip.task().id(), trip.task().attempt(), trip.at().leg(), before + 1);
        budget().charged(new Spending.Charge(trip.account().id(), trip.task().id(), id, price, true), left(before + 1));
    }

    /** What the job that it is at and those behind it may still take when some of its files are there. */
    private Optional<Cost> left(int there) {
        Optional<BigDecimal> so = trip.call().intake().each().map(each -> each.amount().multiply(BigDecimal.valueOf(there)));
        return trip.route().costFrom(trip.at().leg())
                .map(all -> new Cost(all.amount().subtract(so.orElse(BigDecimal.ZERO)), all.unit()));
    }

    /** What was lost is sent again: it may have been charged. */
    void lost(Passage lost) throws FailedException {
        trip.bench().spending().add(lost, unit());
    }

    /**
     * What is taken when a job is accepted.
     *
     * @param said by the service; empty where it says nothing
     */
    void paid(Optional<String> said) throws FailedException {
        Optional<Cost> told = amount(said);
        Optional<Cost> cost = told.or(() -> trip.call().cost());
        if (cost.isPresent() && cost.get().amount().signum() > 0) {
            charge(cost.get(), told.isPresent());
        }
    }

    /** What a job took in the end, if the service says it. */
    void took(Optional<String> said) throws FailedException {
        Optional<Cost> told = amount(said);
        if (told.isPresent()) {
            charge(told.get(), true);
        }
    }

    /** It had done the same before. */
    void free() throws FailedException {
        notes.add(TaskWords.FROM_CACHE.with(trip.account().name()));
        charge(Cost.nothing(unit()), true);
    }

    /** What a job that failed gives back. */
    void back() throws FailedException {
        boolean sent = trip.at().stage() == Passage.Stage.SENT;
        if (sent && trip.bench().spending().ofJob(trip.account().id(), job()).isPresent()) {
            charge(Cost.nothing(unit()), true);
        }
    }

    private void charge(Cost cost, boolean told) throws FailedException {
        budget().charged(new Spending.Charge(trip.account().id(), trip.task().id(), job(), cost, told),
                trip.route().costFrom(trip.at().leg() + 1));
    }

    /** All jobs together, also those that an earlier run paid for. */
    void tell() throws FailedException {
        trip.bench().spending().told(trip.task().id()).ifPresent(notes::add);
    }

    private Optional<Cost> amount(Optional<String> said) {
        return said.filter(Money::isAmount).map(text -> new Cost(new BigDecimal(text), unit()));
    }

    static boolean isAmount(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,12})?");
    }
}
