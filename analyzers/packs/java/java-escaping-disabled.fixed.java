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

class FixedTexts {
    Label size(Localizer localizer, Page parent, String note) {
        // ok: java-escaping-disabled
        add(new Label("size", localizer.getString("empty", parent)).setEscapeModelStrings(false));
        // ok: java-escaping-disabled
        add(new Label("line", "<br/>").setEscapeModelStrings(false));
        // ruleid: java-escaping-disabled
        add(new Label("note", note).setEscapeModelStrings(true));
    }
}
