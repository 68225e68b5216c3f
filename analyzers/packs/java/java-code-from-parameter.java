import javax.script.ScriptEngine;

class Calculator {
    void run(String formula, ScriptEngine engine, int number) throws Exception {
        // ruleid: java-code-from-parameter
        engine.eval(formula);
        // ruleid: java-code-from-parameter
        new SpelExpressionParser().parseExpression("#user." + formula);
        // ok: java-code-from-parameter
        engine.eval("1 + " + number);
        // ok: java-code-from-parameter
        MVEL.eval("1 + 1");
    }
}

class Engines {
    Object byExtension(String expression) throws ScriptException {
        // ruleid: java-code-from-parameter
        return new ScriptEngineManager().getEngineByExtension("js").eval(expression);
    }

    Object fixed() throws ScriptException {
        // ok: java-code-from-parameter
        return new ScriptEngineManager().getEngineByMimeType("text/javascript").eval("1 + 1");
    }
}

class Compiler {
    Expression read(Session session, String text) {
        Parser parser = new Parser(session);
        // ok: java-code-from-parameter
        return parser.parseExpression(text);
    }
}

class Rules {
    Object run(String rule, ExpressRunner runner) throws Exception {
        // ruleid: java-code-from-parameter
        return runner.execute(rule, context, null, true, false);
    }
}
