package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.problem.Message;

/** What is said of models and of what they take. */
enum ModelWords implements Message {
    MAKES_FILM_OF_PICTURE("A film out of a picture"), MAKES_LIPS("Lips that follow a voice"),
    MAKES_PICTURE("A picture out of words"), MAKES_FACE("A face that speaks"), MAKES_PORTRAIT("A portrait or a film that talks"),
    PROMPT("Prompt"), PROMPT_HELP("What it should show, in your own words."),
    LEAVE_OUT("Leave out"), LEAVE_OUT_HELP("What it should not show."),
    PICTURE("Picture"), PICTURE_HELP("The picture that begins to move."),
    FACE("Picture"), FACE_HELP("The face that speaks."),
    VOICE("Voice"), VOICE_HELP("The sound that is spoken."),
    FILM("Film"), FILM_HELP("The film whose lips follow the voice."),
    LENGTH("Length"), LENGTH_HELP("How long the film becomes."),
    WIDTH("Width"), WIDTH_HELP("Of what is made."), HEIGHT("Height"), HEIGHT_HELP("Of what is made."),
    RATE("Frame rate"), RATE_HELP("Pictures in a second."),
    PASSES("Passes"), PASSES_HELP("More of them make it finer and take longer."),
    CLOSENESS("Closeness"), CLOSENESS_HELP("How closely it keeps to the prompt."),
    SEED("Seed"), SEED_HELP("The same number gives the same again; without one it is left to chance."),
    ABOVE("Above"), BELOW("Below"), LEFT("Left"), RIGHT("Right"), AROUND_HELP("So much around the face moves along."),
    FOLLOWS("Follows"), FOLLOWS_HELP("What the film is made of."), PICTURE_AND_VOICE("Picture and voice"),
    WORDS_AND_VOICE("Words and voice"),
    LINES("Size"), LINES_HELP("Lines of the picture."), LINES_480("480p"), LINES_720("720p"),
    EXPRESSION("Expression"), EXPRESSION_HELP("How closely the face keeps to the voice."),
    PARTS("Parts"), PARTS_HELP("The film is made of so many, one after the other.");

    private final String english;

    ModelWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
