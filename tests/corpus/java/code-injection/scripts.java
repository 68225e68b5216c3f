package tools.scripts;

import com.googlecode.aviator.AviatorEvaluator;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyShell;
import groovy.util.Eval;
import java.io.StringReader;
import java.lang.reflect.Method;
import javax.el.ELContext;
import javax.el.ELProcessor;
import javax.el.ExpressionFactory;
import javax.script.Bindings;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.servlet.http.HttpServletRequest;
import javax.validation.ConstraintValidatorContext;
import ognl.Ognl;
import ognl.OgnlContext;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.mvel2.MVEL;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.web.bind.annotation.*;
import bsh.Interpreter;

@RestController
class Calculator {
    private final ScriptEngineManager manager = new ScriptEngineManager();
    private final ExpressionParser parser = new SpelExpressionParser();

    @GetMapping("/js")
    Object javascript(@RequestParam String formula) throws Exception {
        ScriptEngine engine = manager.getEngineByName("JavaScript");
        // ruleid: code-injection
        return engine.eval(formula);
    }

    @GetMapping("/js2")
    Object javascriptBuilt(HttpServletRequest request, int number) throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByExtension("js");
        // ruleid: code-injection
        engine.eval("print('" + request.getParameter("name") + "')");
        // ok: code-injection
        engine.eval("1 + 1");
        // ok: code-injection
        engine.eval("1 + " + number);
        String script = "function add(a, b) { return a + b; }";
        // ok: code-injection
        engine.eval(script);
        // ok: code-injection
        return ((Invocable) engine).invokeFunction("add", 1, request.getParameter("b"));
    }

    Object bindings(ScriptEngine scriptEngine, String value, Bindings bindings) throws Exception {
        bindings.put("value", value);
        // ok: code-injection
        scriptEngine.eval("value + 1", bindings);
        // ruleid: code-injection
        return scriptEngine.eval(value + " + 1", bindings);
    }

    @GetMapping("/spel")
    Object spel(@RequestParam String expression) {
        // ruleid: code-injection
        Expression parsed = parser.parseExpression(expression);
        // ruleid: code-injection
        new SpelExpressionParser().parseExpression("#user." + expression).getValue();
        // ok: code-injection
        parser.parseExpression("#root.name").getValue();
        return parsed.getValue();
    }

    Object spelLibrary(String expression) {
        SpelExpressionParser own = new SpelExpressionParser();
        // ruleid: code-injection
        return own.parseExpression(expression).getValue();
    }

    Object spelSimple(@RequestParam String expression) {
        EvaluationContext context = SimpleEvaluationContext.forReadOnlyDataBinding().build();
        context.setVariable("input", expression);
        // ok: code-injection
        return parser.parseExpression("#input.length()").getValue(context);
    }

    @PostMapping("/groovy")
    Object groovy(@RequestBody String script) throws Exception {
        GroovyShell shell = new GroovyShell();
        // ruleid: code-injection
        shell.evaluate(script);
        // ruleid: code-injection
        shell.parse(script).run();
        // ruleid: code-injection
        new GroovyClassLoader().parseClass(script);
        // ruleid: code-injection
        Eval.me(script);
        // ok: code-injection
        shell.evaluate("println 'hello'");
        // ok: code-injection
        return Eval.me("1 + 1");
    }

    void ognl(HttpServletRequest request, OgnlContext context) throws Exception {
        String expression = request.getParameter("e");
        // ruleid: code-injection
        Ognl.getValue(expression, context, this);
        // ruleid: code-injection
        Ognl.parseExpression(expression);
        // ruleid: code-injection
        Ognl.setValue(expression, this, "x");
        // ok: code-injection
        Ognl.getValue("name", context, this);
    }

    void mvel(String expression) {
        // ruleid: code-injection
        MVEL.eval(expression);
        // ruleid: code-injection
        MVEL.compileExpression(expression);
        // ok: code-injection
        MVEL.eval("1 + 1");
    }

    void el(ELContext context, ExpressionFactory factory, String input) {
        // ruleid: code-injection
        factory.createValueExpression(context, "${" + input + "}", String.class);
        // ruleid: code-injection
        factory.createMethodExpression(context, input, String.class, new Class[0]);
        // ok: code-injection
        factory.createValueExpression(context, "${user.name}", String.class);
        // ruleid: code-injection
        new ELProcessor().eval(input);
    }

    void others(HttpServletRequest request) throws Exception {
        String code = request.getParameter("code");
        JexlEngine jexl = new JexlBuilder().create();
        // ruleid: code-injection
        jexl.createExpression(code);
        // ok: code-injection
        jexl.createExpression("a + b");
        // ruleid: code-injection
        AviatorEvaluator.execute(code);
        Interpreter interpreter = new Interpreter();
        // ruleid: code-injection
        interpreter.eval(code);
        // ok: code-injection
        interpreter.eval("print(1);");
    }

    void reflection(HttpServletRequest request) throws Exception {
        String name = request.getParameter("class");
        // ruleid: code-injection
        Class<?> type = Class.forName(name);
        // ruleid: code-injection
        Thread.currentThread().getContextClassLoader().loadClass(name);
        Object instance = type.getDeclaredConstructor().newInstance();
        // ruleid: code-injection
        Method method = instance.getClass().getMethod(request.getParameter("method"));
        // ok: code-injection
        Class.forName("org.h2.Driver");
        // ok: code-injection
        String.class.getMethod("length");
    }

    boolean valid(String value, ConstraintValidatorContext context) {
        // ruleid: code-injection
        context.buildConstraintViolationWithTemplate("Wrong value " + value).addConstraintViolation();
        // ok: code-injection
        context.buildConstraintViolationWithTemplate("Wrong value").addConstraintViolation();
        return false;
    }
}
