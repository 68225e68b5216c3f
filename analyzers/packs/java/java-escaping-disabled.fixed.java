import org.apache.wicket.markup.html.basic.Label;

class Pages {
    void pages(Label label, Handlebars handlebars, Configuration configuration, boolean wanted) {
        // ruleid: java-escaping-disabled
        label.setEscapeModelStrings(true);
        // ruleid: java-escaping-disabled
        new PebbleEngine.Builder().loader(loader).autoEscaping(true).build();
        // ruleid: java-escaping-disabled
        handlebars.with(EscapingStrategy.NOOP);
        // ruleid: java-escaping-disabled
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        // ok: java-escaping-disabled
        label.setEscapeModelStrings(true);
        // ok: java-escaping-disabled
        new PebbleEngine.Builder().autoEscaping(true).build();
        // ok: java-escaping-disabled
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    }
}
