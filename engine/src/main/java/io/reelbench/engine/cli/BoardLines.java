package io.reelbench.engine.cli;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Draws a board: a line for each running task, and one for all. Pure. */
final class BoardLines {

    private static final int PERCENT = 4;
    private static final int SPEED = 6;
    private static final int LEFT = 13;
    private static final int DOING = 11;
    private static final int GAPS = 2;
    private static final int LEAST_BAR = 8;
    private static final int MOST_BAR = 40;
    private static final int LEAST_NAME = 10;
    private static final int MOST_NAME = 50;

    private final Look look;
    private final int name;
    private final int bar;
    private final boolean speed;
    private final boolean doing;

    /** Fits the columns: on a narrow terminal the speed goes first, then what is being done. */
    BoardLines(Look look) {
        this.look = look;
        // the last column stays free: some terminals break the line there
        int room = look.columns() - 1 - (PERCENT + 1) - (LEFT + 1) - GAPS;
        int wanted = LEAST_NAME + LEAST_BAR;
        this.doing = room - (DOING + 1) >= wanted + 8;
        int beside = room - (doing ? DOING + 1 : 0);
        this.speed = beside - (SPEED + 1) >= wanted + 8;
        int shared = Math.max(4, beside - (speed ? SPEED + 1 : 0));
        this.bar = Math.clamp(shared / 2, Math.min(LEAST_BAR, shared / 2), MOST_BAR);
        this.name = Math.clamp(shared - bar, 1, MOST_NAME);
    }

    List<String> of(Board.View view) {
        List<String> lines = new ArrayList<>();
        view.rows().forEach(row -> lines.add(line(row.name(), row.fraction(), row.speed(), row.leftUs(), doing(row))));
        if (view.total() > 1) {
            lines.add(line(CliWords.OVERALL.with(view.over(), view.total()).toString(), OptionalDouble.of(view.fraction()),
                    OptionalDouble.empty(), view.leftUs(), ""));
        }
        return lines;
    }

    private String line(String label, OptionalDouble fraction, OptionalDouble times, OptionalLong leftUs, String what) {
        StringBuilder line = new StringBuilder(Columns.fitted(shortest(label), name, look.ellipsis()));
        line.append(" ").append(look.bar(fraction.orElse(0), bar)).append(" ").append(Columns.right(percent(fraction), PERCENT));
        if (speed) {
            line.append(" ").append(Columns.right(times.isPresent() ? look.plain(spoken(times.getAsDouble())) : "", SPEED));
        }
        line.append(" ").append(Columns.right(leftUs.isPresent() ? left(leftUs.getAsLong()) : "", LEFT));
        if (doing) {
            line.append("  ").append(Columns.shortened(what, DOING, look.ellipsis()));
        }
        return line.toString().stripTrailing();
    }

    /** Where a whole path has no room, the file's own name says most. */
    private String shortest(String label) {
        return Columns.of(label) <= name ? label : label.substring(label.lastIndexOf('/') + 1);
    }

    /** Rounded down: 100 % means that it is over. */
    private static String percent(OptionalDouble fraction) {
        return fraction.isPresent() ? (int) Math.floor(fraction.getAsDouble() * 100) + "%" : "";
    }

    private static String spoken(double times) {
        String number = times >= 10 ? Long.toString(Math.round(times)) : String.format(java.util.Locale.ROOT, "%.1f", times);
        return CliWords.SPEED.with(number).toString();
    }

    private static String left(long us) {
        return CliWords.LEFT.with(Time.spoken((us + Time.SECOND - 1) / Time.SECOND * Time.SECOND)).toString();
    }

    private static String doing(Board.Row row) {
        return row.checking() ? CliWords.VERIFYING.english() : row.doing().map(BoardLines::word).orElse("");
    }

    static String word(Step.Doing doing) {
        CliWords word = switch (doing) {
            case COPYING -> CliWords.COPYING;
            case ENCODING -> CliWords.ENCODING;
            case ANALYSING -> CliWords.ANALYSING;
            case SECOND_PASS -> CliWords.SECOND_PASS;
            case SEARCHING -> CliWords.SEARCHING;
            case MEASURING -> CliWords.MEASURING;
            case JOINING -> CliWords.JOINING;
            case PICTURE -> CliWords.PICTURE;
            case UPLOADING -> CliWords.UPLOADING;
            case IN_LINE -> CliWords.IN_LINE;
            case REMOTE -> CliWords.REMOTE;
            case DOWNLOADING -> CliWords.DOWNLOADING;
            case WAITING_FOR_NETWORK -> CliWords.WAITING_FOR_NETWORK;
        };
        return word.with().toString();
    }
}
