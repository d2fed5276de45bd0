package io.reelbench.app.making;

import io.reelbench.engine.problem.Message;

/** The words of the room in which films and pictures are asked for. */
enum MakingWords implements Message {
    GENERATE("Generate"), MODELS("What can be made"), ACCOUNT("Account"), NO_ACCOUNT("No account makes films or pictures yet"),
    NO_ACCOUNT_WHY("Services with models do: FFmpeg REST, on a server of your own or somebody else's. Add an account of one."),
    TO_ACCOUNTS("Go to accounts"), ONE_JOB("All lines together"), JOB_PER_LINE("One for each line"), LINES("Several lines"),
    LINES_HELP("Make one thing of all lines together, or one of each."),
    CHOOSE("Choose files…"), CHOOSE_FOR("Choose files for {0}"), CHOOSE_TITLE("Choose files"),
    USE_SELECTED("{0,plural,one{Use the selected clip}other{Use # selected clips}}"), TAKE_OUT("Take out {0}"),
    ADVANCED("Expert options"), ADVANCED_SET("Expert options · {0} set"),
    FILES("{0,plural,one{# file}other{# files}}"), FACTS("On {0} · {1} · {2} to send"), FACTS_WORDS("On {0} · {1}"),
    NO_PRICE("price not told"), FREE("free"), ADD_TO_QUEUE("Add to queue"),
    ADDED("{0,plural,one{Added 1 task. What it makes comes to the clips.}other{Added # tasks. What they make comes to the clips.}}"),
    SHOW_QUEUE("Show the queue"),
    DID_GENERATE("{0,plural,one{Generate 1 file}other{Generate # files}}");

    private final String english;

    MakingWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
