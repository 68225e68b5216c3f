import javax.script.ScriptEngine;
import javax.servlet.http.HttpServletRequest;

class Calculator {
    void run(HttpServletRequest request, ScriptEngine engine) throws Exception {
        // ruleid: java-code-request-value
        engine.eval(request.getParameter("formula"));
        // ruleid: java-code-request-value
        Class.forName(request.getParameter("type"));
        // ok: java-code-request-value
        engine.eval("1 + 1");
        // ok: java-code-request-value
        Class.forName("org.h2.Driver");
        // ok: java-code-request-value
        engine.eval("1 + " + Integer.parseInt(request.getParameter("number")));
    }

    void expressions(@RequestParam String text, SpelExpressionParser parser) {
        // ok: java-code-request-value
        parser.parseExpression(text).getValue(SimpleEvaluationContext.forReadOnlyDataBinding().build());
        // ruleid: java-code-request-value
        parser.parseExpression(text).getValue();
    }
}

class Polyglot {
    void run(org.graalvm.polyglot.Context context, @RequestParam String code) {
        // ruleid: java-code-request-value
        context.eval("wasm", code);
        // ok: java-code-request-value
        context.eval("js", "1 + 1");
    }
}
