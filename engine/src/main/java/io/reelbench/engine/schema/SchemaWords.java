package io.reelbench.engine.schema;

import io.reelbench.engine.problem.Message;

/** The sentences of reading options. */
enum SchemaWords implements Message {
    UNKNOWN_OPTION("there is no option “{0}” here"), UNKNOWN_OPTION_FIX("did you mean {0}?"),
    UNKNOWN_WORD("“{0}” is not one of {1}"), NEAREST(
            "did you mean {0}?"),
    NOT_A_NUMBER("“{0}” is not a number"), NOT_WHOLE("“{0}” is not a whole number"), NOT_YES_OR_NO(
            "“{0}” is neither yes nor no"),
    OUT_OF_RANGE("{0} is outside {1}"), CHOOSE_ONE("give only one of {0}"), REQUIRED("is required"),
    USE("use {0}"), KEEP("keep only {0}"), NOT_A_VALUE("a single value is expected, not a list or an object"), EMPTY_LIST(
            "give at least one"),
    NO_TEXT("must not be empty"), NOT_A_PATH("“{0}” cannot be the name of a file here"),
    FROM_TO("{0} to {1}"), OR_MORE("{0} or more"), OR_LESS("{0} or less"), AUTOMATIC("Automatic");

    private final String english;

    SchemaWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
