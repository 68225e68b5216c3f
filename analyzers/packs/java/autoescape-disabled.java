import org.apache.wicket.markup.html.basic.Label;

class Pages {
    void pages(Label label, Handlebars handlebars, Configuration configuration, boolean wanted) {
        // ruleid: autoescape-disabled
        label.setEscapeModelStrings(false);
        // ruleid: autoescape-disabled
        new PebbleEngine.Builder().loader(loader).autoEscaping(false).build();
        // ruleid: autoescape-disabled
        handlebars.with(EscapingStrategy.NOOP);
        // ruleid: autoescape-disabled
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        // ok: autoescape-disabled
        label.setEscapeModelStrings(true);
        // ok: autoescape-disabled
        new PebbleEngine.Builder().autoEscaping(true).build();
        // ok: autoescape-disabled
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    }
}

class FixedTexts {
    Label size(Localizer localizer, Page parent, String note) {
        // ok: autoescape-disabled
        add(new Label("size", localizer.getString("empty", parent)).setEscapeModelStrings(false));
        // ok: autoescape-disabled
        add(new Label("line", "<br/>").setEscapeModelStrings(false));
        // ruleid: autoescape-disabled
        add(new Label("note", note).setEscapeModelStrings(false));
    }
}
