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
