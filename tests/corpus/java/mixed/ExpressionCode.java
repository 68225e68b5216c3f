package bench;

import freemarker.template.Configuration;
import freemarker.template.Template;
import groovy.lang.GroovyShell;
import groovy.lang.GroovyClassLoader;
import groovy.util.Eval;
import java.io.*;
import java.util.*;
import javax.el.*;
import javax.script.*;
import javax.servlet.http.*;
import javax.validation.ConstraintValidatorContext;
import ognl.Ognl;
import org.apache.commons.jexl3.*;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.apache.velocity.app.VelocityEngine;
import org.mvel2.MVEL;
import org.python.util.PythonInterpreter;
import org.springframework.expression.*;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.web.bind.annotation.*;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import bsh.Interpreter;
import com.hubspot.jinjava.Jinjava;
import io.pebbletemplates.pebble.PebbleEngine;
import jdk.jshell.JShell;
import org.mozilla.javascript.*;

@RestController
public class ExpressionCode {
    @PostMapping("/a")
    public Object engines(@RequestParam String src, HttpServletRequest req) throws Exception {
        ScriptEngine js = new ScriptEngineManager().getEngineByName("js");
        // ruleid: code-injection
        js.eval(src);
        // ok: code-injection
        js.eval("1 + 1");
        // ok: code-injection
        js.put("x", src);
        // ruleid: code-injection
        js.eval(new StringReader(src));
        // ruleid: code-injection
        js.eval("var a = '" + src + "'");
        // ruleid: code-injection
        ((Compilable) js).compile(src);
        // ruleid: code-injection
        new GroovyShell().evaluate(src);
        // ruleid: code-injection
        new GroovyShell().parse(src);
        // ruleid: code-injection
        Eval.me(src);
        // ruleid: code-injection
        new GroovyClassLoader().parseClass(src);
        // ok: code-injection
        new GroovyShell().evaluate("println 1");
        // ruleid: code-injection
        new Interpreter().eval(src);
        // ruleid: code-injection
        new PythonInterpreter().exec(src);
        // ruleid: code-injection
        new PythonInterpreter().eval(src);
        // ruleid: code-injection
        JShell.create().eval(src);
        // ruleid: code-injection
        MVEL.eval(src);
        // ok: code-injection
        MVEL.eval("a + b", Map.of("a", src));
        // ruleid: code-injection
        MVEL.executeExpression(MVEL.compileExpression(src));
        // ruleid: code-injection
        Ognl.getValue(src, new HashMap<>(), new Object());
        // ruleid: code-injection
        Ognl.parseExpression(src);
        // ok: code-injection
        Ognl.getValue("name", new HashMap<>(), src);
        JexlEngine jexl = new JexlBuilder().create();
        // ruleid: code-injection
        jexl.createExpression(src).evaluate(new MapContext());
        // ruleid: code-injection
        jexl.createScript(src).execute(new MapContext());
        // ok: code-injection
        jexl.createExpression("a").evaluate(new MapContext());
        org.mozilla.javascript.Context cx = org.mozilla.javascript.Context.enter();
        // ruleid: code-injection
        cx.evaluateString(cx.initStandardObjects(), src, "x", 1, null);
        // ruleid: code-injection
        Class.forName(src).getDeclaredConstructor().newInstance();
        // ok: code-injection
        Class.forName("com.example.Plugin").getDeclaredConstructor().newInstance();
        return null;
    }

    @GetMapping("/spel")
    public Object spel(@RequestParam String e) {
        ExpressionParser p = new SpelExpressionParser();
        // ruleid: code-injection
        p.parseExpression(e).getValue();
        // ruleid: code-injection
        Expression x = p.parseExpression("#{" + e + "}");
        x.getValue();
        // ok: code-injection
        p.parseExpression("name").getValue(e);
        EvaluationContext simple = SimpleEvaluationContext.forReadOnlyDataBinding().build();
        // ok: code-injection
        return p.parseExpression("a.b").getValue(simple);
    }

    public void el(HttpServletRequest req, ConstraintValidatorContext ctx) {
        String in = req.getParameter("x");
        ELProcessor elp = new ELProcessor();
        // ruleid: code-injection
        elp.eval(in);
        // ok: code-injection
        elp.eval("a.b");
        ExpressionFactory f = ExpressionFactory.newInstance();
        // ruleid: code-injection
        f.createValueExpression(null, in, Object.class);
        // ruleid: code-injection
        f.createMethodExpression(null, "${" + in + "}", Object.class, new Class[0]);
        // ruleid: code-injection
        ctx.buildConstraintViolationWithTemplate("bad " + in).addConstraintViolation();
        // ok: code-injection
        ctx.buildConstraintViolationWithTemplate("{my.message}").addConstraintViolation();
    }

    @PostMapping("/t")
    public String templates(@RequestParam String t, @RequestParam String name) throws Exception {
        StringWriter w = new StringWriter();
        // ruleid: template-injection
        Velocity.evaluate(new VelocityContext(), w, "x", t);
        // ok: code-injection
        Velocity.evaluate(new VelocityContext(), w, "x", "Hello $name");
        // ruleid: template-injection
        new VelocityEngine().evaluate(new VelocityContext(), w, "x", t);
        // ruleid: template-injection
        Template ft = new Template("x", new StringReader(t), new Configuration());
        ft.process(Map.of(), w);
        // ok: code-injection
        Template ok = new Template("x", new StringReader("Hello ${name}"), new Configuration());
        ok.process(Map.of("name", name), w);
        // ruleid: template-injection
        new TemplateEngine().process(t, new Context());
        // ok: code-injection
        new TemplateEngine().process("index", new Context());
        // ruleid: template-injection
        new Jinjava().render(t, Map.of());
        // ok: code-injection
        new Jinjava().render("Hello {{ name }}", Map.of("name", name));
        // ruleid: template-injection
        new PebbleEngine.Builder().build().getLiteralTemplate(t);
        VelocityContext vc = new VelocityContext();
        // ok: code-injection
        vc.put("name", name);
        // ok: code-injection
        return "redirect";
    }

    void reflect(HttpServletRequest req) throws Exception {
        String cls = req.getParameter("c");
        // ruleid: code-injection
        ClassLoader.getSystemClassLoader().loadClass(cls);
        Object o = new Object();
        // ruleid: code-injection
        o.getClass().getMethod(req.getParameter("m")).invoke(o);
        // ok: code-injection
        o.getClass().getMethod("toString").invoke(o);
        Map<String, Class<?>> known = Map.of("a", String.class);
        // ok: code-injection
        known.get(cls).getDeclaredConstructor().newInstance();
        if (cls.equals("com.example.A")) {
            // ok: code-injection
            Class.forName(cls);
        }
    }
}
