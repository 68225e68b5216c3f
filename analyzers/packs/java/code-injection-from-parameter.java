import javax.script.ScriptEngine;

class Calculator {
    void run(String formula, ScriptEngine engine, int number) throws Exception {
        // ruleid: code-injection-from-parameter
        engine.eval(formula);
        // ruleid: code-injection-from-parameter
        new SpelExpressionParser().parseExpression("#user." + formula);
        // ok: code-injection-from-parameter
        engine.eval("1 + " + number);
        // ok: code-injection-from-parameter
        MVEL.eval("1 + 1");
    }
}

class Engines {
    Object byExtension(String expression) throws ScriptException {
        // ruleid: code-injection-from-parameter
        return new ScriptEngineManager().getEngineByExtension("js").eval(expression);
    }

    Object fixed() throws ScriptException {
        // ok: code-injection-from-parameter
        return new ScriptEngineManager().getEngineByMimeType("text/javascript").eval("1 + 1");
    }
}

class Compiler {
    Expression read(Session session, String text) {
        Parser parser = new Parser(session);
        // ok: code-injection-from-parameter
        return parser.parseExpression(text);
    }
}

class Rules {
    Object run(String rule, ExpressRunner runner) throws Exception {
        // ruleid: code-injection-from-parameter
        return runner.execute(rule, context, null, true, false);
    }
}
