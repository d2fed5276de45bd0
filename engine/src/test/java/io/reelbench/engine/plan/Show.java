package io.reelbench.engine.plan;

import io.reelbench.engine.media.*;

class Show {
    static void show(String what, Media media, String... steps) {
        Planned p = Planning.plan(media, steps);
        System.out.println("== " + what);
        p.problems().forEach(x -> System.out.println("  ! " + x));
        p.plan().ifPresent(plan -> {
            Planning.commands(plan).forEach(c -> System.out.println("  $ " + c));
            System.out.println("  " + plan.explanation().line());
            plan.explanation().reasons()
                    .forEach(r -> System.out.println("    " + r.subject() + ": " + r.verdict() + ", because " + r.because()));
            plan.explanation().notes().forEach(r -> System.out.println("    * " + r));
            plan.products().forEach(r -> System.out.println("    > " + r));
        });
    }

    public static void main(String[] a) {
        show("remux",
                Given.empty("c.mkv", "matroska,webm").video("h264", new Size(1920, 1080), Given.PAL).audio("aac", 2, "eng")
                        .audio("ac3", 6, "deu").audio("dts", 6, "fra").subtitle("subrip", true)
                        .subtitle("hdmv_pgs_subtitle", false).media(),
                "{\"op\":\"transcode\",\"container\":\"mp4\"}");
        show("scale", Given.film().media(), "{\"op\":\"scale\",\"resolution\":\"720p\"}");
        show("scale crf", Given.film().media(), "{\"op\":\"scale\",\"width\":\"50%\"}", "{\"op\":\"transcode\",\"crf\":20}");
        show("trim", Given.film().timecoded("01:00:00:00").chapter(0, 30).media(),
                "{\"op\":\"trim\",\"start\":\"12\",\"end\":\"26.5\"}");
        show("trim copy", Given.film().landing(12, 10.4, 14.4).media(),
                "{\"op\":\"trim\",\"start\":12,\"duration\":10,\"mode\":\"copy\"}");
        show("trim keep", Given.film().media(), "{\"op\":\"trim\",\"keep\":[{\"start\":1,\"end\":3},{\"start\":\"end-5s\"}]}");
        show("trim remove copy", Given.film().landing(20, 18, 22).media(),
                "{\"op\":\"trim\",\"remove\":\"10..20\",\"mode\":\"copy\"}");
        show("copy+scale", Given.film().landing(12, 10.4, 14.4).media(), "{\"op\":\"trim\",\"start\":12,\"mode\":\"copy\"}",
                "{\"op\":\"scale\",\"resolution\":\"720p\"}");
        show("extract", Given.film().media(), "{\"op\":\"extract-audio\"}");
        show("mp3", Given.film().media(), "{\"op\":\"extract-audio\",\"format\":\"mp3\"}");
        show("thumb", Given.film().media(), "{\"op\":\"thumbnail\",\"width\":640}");
        show("target", Given.film().media(), "{\"op\":\"compress\",\"target-size\":\"10MB\"}");
        show("target x265", Given.film().media(), "{\"op\":\"compress\",\"target-size\":\"10MB\",\"video-codec\":\"h265\"}");
        show("target tiny", Given.film().media(), "{\"op\":\"compress\",\"target-size\":\"100kB\"}");
        show("compress", Given.film().media(), "{\"op\":\"compress\"}");
        show("score", Given.film().media(),
                "{\"op\":\"transcode\",\"target-score\":42,\"container\":\"mkv\",\"video-codec\":\"av1\"}");
        show("recipe", Given.film().media(), "{\"op\":\"trim\",\"start\":5,\"end\":15}", "{\"op\":\"scale\",\"height\":720}",
                "{\"op\":\"transcode\",\"crf\":20}", "{\"op\":\"extract-audio\",\"format\":\"mp3\"}",
                "{\"op\":\"thumbnail\",\"time\":\"50%\"}");
        show("past", Given.film().media(), "{\"op\":\"trim\",\"start\":70}");
        show("webm h264", Given.film().media(), "{\"op\":\"transcode\",\"container\":\"webm\",\"video-codec\":\"h264\"}");
        show("prores", Given.film().media(),
                "{\"op\":\"transcode\",\"container\":\"mov\",\"video-codec\":\"prores\",\"profile\":\"lt\"}");
    }
}
