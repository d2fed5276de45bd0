package io.reelbench.app.recipe;

import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.desk.Fare;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all tasks on one account take together.
 *
 * @param said   cost and what is to be sent
 * @param beyond when it is more than the person wants to spend in a month
 */
record FareLine(String said, Optional<String> beyond) {

    /** One for each account, in the order of the clips. */
    static List<FareLine> of(Outlook outlook, Elsewhere elsewhere) {
        Map<Account, List<Outlook.Done>> byAccount = new LinkedHashMap<>();
        outlook.elsewhere()
                .forEach(done -> byAccount.computeIfAbsent(done.fare().orElseThrow().on(), _ -> new ArrayList<>()).add(done));
        return byAccount.entrySet().stream().map(e -> line(e.getKey(), e.getValue(), elsewhere)).toList();
    }

    private static FareLine line(Account on, List<Outlook.Done> all, Elsewhere elsewhere) {
        List<Cost> costs = all.stream().flatMap(done -> done.fare().flatMap(Fare::cost).stream()).toList();
        String bytes = new Bytes(all.stream().flatMap(done -> done.plan().sources().stream()).mapToLong(Media::bytes).sum())
                .spoken();
        if (costs.size() < all.size()) {
            return new FareLine(RunOnWords.FARE_UNKNOWN.say(on.name(), bytes), Optional.empty());
        }
        BigDecimal sum = costs.stream().map(Cost::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return new FareLine(RunOnWords.FARE_FREE.say(on.name(), bytes), Optional.empty());
        }
        Cost cost = new Cost(sum, costs.getFirst().unit());
        Optional<String> beyond = elsewhere.find(on.id())
                .filter(known -> on.monthlyCap().filter(cap -> known.spent().add(sum).compareTo(cap) > 0).isPresent())
                .map(known -> RunOnWords.FARE_BEYOND.say(known.cost(), known.cap().orElseThrow(), on.name()));
        return new FareLine(RunOnWords.FARE.say(on.name(), cost, bytes), beyond);
    }
}
