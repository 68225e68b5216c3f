import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

class SanitizerAllowsScript {
    String jsoup(String text) {
        // ruleid: sanitizer-allows-script
        Jsoup.clean(text, Safelist.basic().addTags("h1", "script"));
        // ruleid: sanitizer-allows-script
        Safelist everywhere = Safelist.relaxed().addAttributes(":all", "class", "onclick");
        // ruleid: sanitizer-allows-script
        Safelist links = new Safelist().addTags("a").addProtocols("a", "href", "https", "javascript");
        Safelist own = Safelist.none();
        // ruleid: sanitizer-allows-script
        own.addTags("iframe");
        // ok: sanitizer-allows-script
        own.addTags("p", "b");
        // ok: sanitizer-allows-script
        own.removeTags("script");
        // ok: sanitizer-allows-script
        return Jsoup.clean(text, Safelist.relaxed().addAttributes("a", "target").addProtocols("a", "href", "tel"));
    }

    PolicyFactory owasp(Document page) {
        // ruleid: sanitizer-allows-script
        new HtmlPolicyBuilder().allowElements("p", "script").toFactory();
        // ruleid: sanitizer-allows-script
        new HtmlPolicyBuilder().allowElements("p").allowAttributes("onclick").globally().toFactory();
        // ruleid: sanitizer-allows-script
        new HtmlPolicyBuilder().allowUrlProtocols("https", "javascript").toFactory();
        // ok: sanitizer-allows-script
        page.addTags("script");
        // ok: sanitizer-allows-script
        new HtmlPolicyBuilder().allowElements("p", "b").disallowElements("script").toFactory();
        // ok: sanitizer-allows-script
        return Sanitizers.FORMATTING.and(Sanitizers.LINKS);
    }
}
