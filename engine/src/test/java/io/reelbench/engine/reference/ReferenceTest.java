package io.reelbench.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.schema.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path KEPT = Path.of("src", "docs");

    private final Catalog catalog = new Catalog();
    private final RecipeReader reader = new RecipeReader(catalog);
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Schema schema = registry.getSchema(new RecipeSchema(catalog).text());

    private List<Error> errors(String recipe) {
        return schema.validate(recipe, InputFormat.JSON);
    }

    private static String recipe(String steps) {
        return "{\"schema\":1,\"steps\":[" + steps.replace('\'', '"') + "]}";
    }

    @Test
    void theKeptPagesAreWhatTheCatalogueSays() throws Exception {
        for (Map.Entry<String, String> file : Reference.files().entrySet()) {
            Path kept = KEPT.resolve(file.getKey());
            assertThat(kept).as("written by: " + Reference.RENEWING).exists();
            assertThat(Files.readString(kept).equals(file.getValue()))
                    .as(kept + " is not what the catalogue says; renew it with: " + Reference.RENEWING).isTrue();
        }
    }

    @Test
    void everyKindOfValueIsExplained() {
        List<String> unknown = catalog.entries().stream().flatMap(e -> e.schema().fields().stream())
                .map(f -> f.kind().name()).filter(kind -> ValueKinds.grammar(kind).isEmpty()).distinct().toList();
        assertThat(unknown).as("kinds of values that ValueKinds does not explain").isEmpty();
    }

    @Test
    void thePageTellsEveryOptionOfEveryOperation() {
        String page = Reference.files().get("operations.md");
        for (Catalog.Entry entry : catalog.entries()) {
            assertThat(page).contains("### " + entry.about().id() + "\n", entry.about().summary(),
                    "reelbench " + entry.about().example());
            entry.schema().fields().forEach(field -> assertThat(page).contains("`" + field.name() + "` |"));
        }
        assertThat(page).contains("Works on films and pictures.", "one of: `start` + `end` + `duration` · `keep` · `remove`")
                .doesNotContain("null", "{0}");
        page.lines().filter(line -> line.startsWith("|")).map(line -> line.replace("\\|", ""))
                .forEach(line -> assertThat(line.chars().filter(c -> c == '|').count()).as(line).isIn(3L, 6L));
    }

    @Test
    void theSchemaIsOne() {
        Schema meta = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(new RecipeSchema(catalog).text(), InputFormat.JSON)).isEmpty();
    }

    /** Recipes as the table of operations shows them; one whose operations are not there yet waits for them. */
    @ParameterizedTest
    @ValueSource(strings = {
            "{'schema':1,'name':'Share copy','steps':[{'op':'scale','height':720},{'op':'compress','quality':60}]}",
            "{'schema':1,'name':'Under ten','steps':[{'op':'trim','start':'0:05','end':'end-3s'},{'op':'compress','target-size':'10MB','audio-channels':'mono'}]}",
            "{'schema':1,'name':'Phone to cut','steps':[{'op':'tone-map'},{'op':'frame-rate','rate':'25'},{'op':'transcode','container':'mov','video-codec':'prores','profile':'lt','audio-codec':'pcm'}]}",
            "{'schema':1,'name':'Old tape','steps':[{'op':'deinterlace','output-rate':'field'},{'op':'crop','auto':true},{'op':'denoise','strength':4},{'op':'scale','height':1080,'enlarge':true},{'op':'transcode','container':'mp4','quality':80}]}",
            "{'schema':1,'name':'Reel','steps':[{'op':'fade','in':0,'out':'12f','target':'picture'},{'op':'concat','match':'largest','gap':'0.25s'},{'op':'loudness','standard':'streaming'},{'op':'transcode','container':'mp4'}]}",
            "{'schema':1,'name':'Marked and captioned','steps':[{'op':'subtitle-burn','subtitle':'{dir}/{name}.srt'},{'op':'overlay','image':'logo.png','position':'top-left','margin':'3%'},{'op':'transcode','crf':20},{'op':'thumbnail','time':'50%','width':480,'format':'webp'}]}",
            "{'schema':1,'name':'Vertical','steps':[{'op':'crop','aspect':'9:16'},{'op':'normalize','width':1080,'height':1920,'rate':30,'trim-to':'60s','loudness':'streaming'}]}",
            "{'schema':1,'name':'Chunks','steps':[{'op':'slice','ranges':[{'start':5,'end':'0:12'},{'start':'1500f','end':'end'}],'mode':'copy','thumbnails':true},{'op':'transcode'}]}",
            "{'schema':1,'name':'Podcast','steps':[{'op':'channels','layout':'mono'},{'op':'denoise','target':'sound','reduction':10},{'op':'loudness'},{'op':'extract-audio','format':'mp3','audio-bitrate':'128k'},{'op':'loudness-report','format':'json'}]}",
            "{'schema':1,'name':'Clean hand-over','steps':[{'op':'metadata','location':'strip','set':['title=Dailies 3'],'timecode':'10:00:00:00'},{'op':'transcode','container':'mov'},{'op':'contact-sheet','columns':6,'rows':4}]}"})
    void recipesOfTheTableFit(String text) {
        String recipe = text.replace('\'', '"');
        List<String> ops = new ArrayList<>();
        JSON.readTree(recipe).path("steps").valueStream().map(step -> step.path("op").asString()).forEach(ops::add);
        if (ops.stream().allMatch(op -> catalog.find(op).isPresent())) {
            assertThat(errors(recipe)).isEmpty();
            assertThat(reader.read(recipe).problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'op':'trim','keep':[{'start':5,'end':'0:12'},'1:00..1:30']}",
            "{'op':'trim','remove':'0:10..0:20,end-5s..'}",
            "{'op':'trim','start':'1500f','duration':2.5,'mode':'copy'}", "{'op':'compress','bitrate':1500000,'two-pass':'yes'}",
            "{'op':'transcode','audio-tracks':'lang:eng,jpn','faststart':false}", "{'op':'transcode','audio-tracks':1}",
            "{'op':'transcode','bit-depth':10,'faststart':'no'}", "{'op':'scale','width':'50%'}"})
    void whatTheReaderTakesFits(String step) {
        assertThat(reader.read(recipe(step)).problems()).isEmpty();
        assertThat(errors(recipe(step))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'op':'scale','widht':640}", "{'op':'sclae','width':640}", "{'width':640}", "",
            "{'op':'trim','start':1,'keep':'0..1'}", "{'op':'trim','end':1,'duration':1}", "{'op':'compress','quality':140}",
            "{'op':'compress','quality':'good'}", "{'op':'compress','quality':60,'crf':20}", "{'op':'scale','width':0}",
            "{'op':'transcode','container':'wmv'}", "{'op':'transcode','faststart':'perhaps'}"})
    void whatTheReaderRefusesDoesNotFit(String step) {
        assertThat(reader.read(recipe(step)).value()).isEmpty();
        assertThat(errors(recipe(step))).isNotEmpty();
    }

    @Test
    void theHeadIsChecked() {
        String step = "[{\"op\":\"transcode\"}]";
        assertThat(errors("{\"schema\":1,\"steps\":" + step + "}")).isEmpty();
        for (String wrong : List.of("{\"schema\":2,\"steps\":" + step + "}", "{\"steps\":" + step + "}",
                "{\"schema\":1,\"stps\":" + step + ",\"steps\":" + step + "}", "{\"schema\":1}", "[]")) {
            assertThat(errors(wrong)).as(wrong).isNotEmpty();
        }
    }

    /** Every default, written as the program writes it, is one that the schema knows. */
    @Test
    void everyDefaultFits() {
        for (Catalog.Entry entry : catalog.entries()) {
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("op", entry.about().id());
            for (Field field : entry.schema().fields()) {
                field.usual().filter(usual -> field.choice().isEmpty() && !usual.isEmpty())
                        .ifPresent(usual -> step.put(field.name(), usual));
            }
            boolean complete = entry.schema().fields().stream().noneMatch(RecipeSchema::isRequired);
            JsonNode recipe = JSON.valueToTree(Map.of("schema", 1, "steps", List.of(step)));
            assertThat(complete ? errors(recipe.toString()) : List.of()).as(entry.about().id()).isEmpty();
        }
    }
}
