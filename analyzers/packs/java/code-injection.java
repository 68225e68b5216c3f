import javax.script.ScriptEngine;
import javax.servlet.http.HttpServletRequest;

class Calculator {
    void run(HttpServletRequest request, ScriptEngine engine) throws Exception {
        // ruleid: code-injection
        engine.eval(request.getParameter("formula"));
        // ruleid: code-injection
        Class.forName(request.getParameter("type"));
        // ok: code-injection
        engine.eval("1 + 1");
        // ok: code-injection
        Class.forName("org.h2.Driver");
        // ok: code-injection
        engine.eval("1 + " + Integer.parseInt(request.getParameter("number")));
    }

    void expressions(@RequestParam String text, SpelExpressionParser parser) {
        // ok: code-injection
        parser.parseExpression(text).getValue(SimpleEvaluationContext.forReadOnlyDataBinding().build());
        // ruleid: code-injection
        parser.parseExpression(text).getValue();
    }
}

class Polyglot {
    void run(org.graalvm.polyglot.Context context, @RequestParam String code) {
        // ruleid: code-injection
        context.eval("wasm", code);
        // ok: code-injection
        context.eval("js", "1 + 1");
    }
}

class Raw {
    void run(GroovyScriptEngine groovy, SpelExpressionParser parser, @RequestParam String text) {
        // ruleid: code-injection
        parser.parseRaw(text).getValue();
        // ok: code-injection
        parser.parseRaw("1 + 1").getValue();
        // ruleid: code-injection
        TemplateRuntime.eval(text, new HashMap<>());
        // ok: code-injection
        TemplateRuntime.eval("@{name}", Map.of("name", text));
    }
}
