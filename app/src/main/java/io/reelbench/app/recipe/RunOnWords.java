package io.reelbench.app.recipe;

import io.reelbench.engine.problem.Message;

/** What is said of where a recipe runs. */
enum RunOnWords implements Message {
    RUN_ON("Run on"), THIS_COMPUTER("This computer"), DID_RUN_ON("Run on {0}"), RECIPE_ALONG("Use the same recipe"),
    RUN_HERE("Run on this computer"),
    FARE("On {0} · ≈ {1} · {2} to send"), FARE_FREE("On {0} · free · {1} to send"),
    FARE_UNKNOWN("On {0} · price known when done · {1} to send"),
    FARE_BEYOND("{0} of {1} are spent this month on {2}: not all of it will run"), CHANGE_LIMIT("Change the limit…"),
    PUBLISH_TO("Publish to"), PUBLISH_PRICED("{0} ({1} a file)"), PUBLISH_NOWHERE("Do not publish"),
    ADD_TARGET("Add…"), ADD_TARGET_SPOKEN("Publish to another place"),
    PUBLISH_WHY("Each output is brought there as soon as it is proven."), PUBLISH_NOT_TO("Do not publish to {0}"),
    DID_PUBLISH_TO("Publish to {0}"), PUBLISH_OUTPUTS("Publish outputs to…");

    private final String english;

    RunOnWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
