package bench;

import java.io.*;
import java.util.*;
import javax.script.*;
import javax.servlet.http.*;
import org.apache.commons.exec.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.expression.*;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.*;
import ognl.Ognl;
import org.mvel2.MVEL;
import org.apache.commons.jexl3.*;
import freemarker.template.*;
import org.apache.velocity.app.*;
import org.apache.velocity.*;
import org.thymeleaf.TemplateEngine;
import com.mitchellbosecke.pebble.PebbleEngine;
import org.thymeleaf.context.Context;
import com.github.mustachejava.*;
import com.hubspot.jinjava.Jinjava;

@RestController
public class CommandsAndCode {
    @GetMapping("/a")
    public void a(@RequestParam String h, HttpServletRequest req, @RequestParam int n) throws Exception {
        Runtime rt = Runtime.getRuntime();
        // ruleid: command-injection
        rt.exec("ping " + h);
        // ruleid: command-injection
        rt.exec(h);
        // ruleid: command-injection
        rt.exec(new String[]{"/bin/sh", "-c", "ping " + h});
        // ok: command-injection
        rt.exec(new String[]{"ping", "-c", "1", h});
        // ok: command-injection
        rt.exec("uptime");
        // ok: command-injection
        rt.exec("sleep " + n);
        String[] cmd = {"bash", "-c", "ls " + h};
        // ruleid: command-injection
        rt.exec(cmd);
        String[] cmd2 = {"ls", "-l", h};
        // ok: command-injection
        rt.exec(cmd2);
        // ruleid: command-injection
        new ProcessBuilder("sh", "-c", "grep " + h + " /var/log/x").start();
        // ruleid: command-injection
        new ProcessBuilder(List.of("sh", "-c", "grep " + h)).start();
        // ruleid: command-injection
        new ProcessBuilder(Arrays.asList("cmd.exe", "/c", "dir " + h)).start();
        // ok: command-injection
        new ProcessBuilder("grep", h, "/var/log/x").start();
        ProcessBuilder pb = new ProcessBuilder();
        // ruleid: command-injection
        pb.command("bash", "-c", h);
        ProcessBuilder pb2 = new ProcessBuilder();
        // ok: command-injection
        pb2.command("git", "clone", "--", h);
        List<String> args = new ArrayList<>();
        args.add("/bin/bash");
        args.add("-c");
        args.add("echo " + h);
        // ruleid: command-injection
        ProcessBuilder pb3 = new ProcessBuilder(args);
        // ruleid: command-injection
        ProcessBuilder pb4 = new ProcessBuilder(h.split(" "));
        // ruleid: command-injection
        CommandLine cl = CommandLine.parse("ping " + h);
        new DefaultExecutor().execute(cl);
        CommandLine cl2 = new CommandLine("ping");
        // ok: command-injection
        cl2.addArgument(h);
        new DefaultExecutor().execute(cl2);
        String user = req.getParameter("user");
        // ruleid: command-injection
        Process p = Runtime.getRuntime().exec("id " + user);
        // ruleid: command-injection
        new ProcessBuilder().command(Arrays.asList("sh", "-c", user)).inheritIO().start();
        if (h.matches("^[a-z0-9.]+$")) {
            // ok: command-injection
            rt.exec("ping " + h);
        }
        Set<String> allowed = Set.of("start", "stop");
        if (!allowed.contains(user)) {
            throw new IllegalArgumentException();
        }
        // ok: command-injection
        rt.exec("service x " + user);
    }

    public String run(String script) throws IOException {
        // ruleid: command-injection
        Process p = Runtime.getRuntime().exec("sh " + script);
        return null;
    }

    @PostMapping("/e")
    public Object e(@RequestBody String x, @RequestParam String t, @RequestParam String name) throws Exception {
        ScriptEngine eng = new ScriptEngineManager().getEngineByName("nashorn");
        // ruleid: code-injection
        eng.eval(x);
        // ok: code-injection
        eng.eval("print('hi')");
        // ok: code-injection
        eng.put("x", x);
        // ruleid: code-injection
        ((Compilable) eng).compile(x).eval();
        ExpressionParser p = new SpelExpressionParser();
        // ruleid: code-injection
        p.parseExpression(x).getValue();
        // ok: code-injection
        p.parseExpression("name").getValue(x);
        // ok: code-injection
        p.parseExpression(x).getValue(SimpleEvaluationContext.forReadOnlyDataBinding().build());
        // ruleid: code-injection
        Expression ex = p.parseExpression(x);
        ex.getValue(new StandardEvaluationContext());
        // ruleid: code-injection
        Ognl.getValue(x, new HashMap<>(), new Object());
        // ok: code-injection
        Ognl.getValue("name", x);
        // ruleid: code-injection
        Object o = Ognl.parseExpression(x);
        // ruleid: code-injection
        MVEL.eval(x);
        // ruleid: code-injection
        Serializable c = MVEL.compileExpression(x);
        JexlEngine je = new JexlBuilder().create();
        // ruleid: code-injection
        je.createExpression(x).evaluate(new MapContext());
        // ruleid: code-injection
        je.createScript(x).execute(new MapContext());
        // ruleid: code-injection
        new groovy.lang.GroovyShell().evaluate(x);
        // ruleid: code-injection
        groovy.util.Eval.me(x);
        // ruleid: code-injection
        new groovy.lang.GroovyClassLoader().parseClass(x);
        // ruleid: code-injection
        new bsh.Interpreter().eval(x);
        javax.el.ELProcessor el = new javax.el.ELProcessor();
        // ruleid: code-injection
        el.eval(x);
        org.mozilla.javascript.Context cx = org.mozilla.javascript.Context.enter();
        // ruleid: code-injection
        cx.evaluateString(cx.initStandardObjects(), x, "s", 1, null);
        // ruleid: code-injection
        Class.forName(x).newInstance();
        org.graalvm.polyglot.Context g = org.graalvm.polyglot.Context.create();
        // ruleid: code-injection
        g.eval("js", x);
        // ok: code-injection
        g.eval("js", "1+1");
        // ruleid: code-injection
        jdk.jshell.JShell.create().eval(x);
        return null;
    }

    @PostMapping("/t")
    public Object t(@RequestBody String x, @RequestParam String name) throws Exception {
        Configuration cfg = new Configuration(Configuration.VERSION_2_3_31);
        // ruleid: template-injection
        Template tpl = new Template("t", new StringReader(x), cfg);
        tpl.process(Map.of(), new StringWriter());
        // ruleid: template-injection
        Template tpl2 = new Template("t", x, cfg);
        // ok: template-injection
        cfg.getTemplate("fixed.ftl").process(Map.of("x", x), new StringWriter());
        StringTemplateLoader l = new StringTemplateLoader();
        // ruleid: template-injection
        l.putTemplate("t", x);
        VelocityEngine ve = new VelocityEngine();
        // ruleid: template-injection
        ve.evaluate(new VelocityContext(), new StringWriter(), "log", x);
        // ok: template-injection
        Velocity.evaluate(new VelocityContext(), new StringWriter(), "log", "Hello $name");
        TemplateEngine te = new TemplateEngine();
        // ruleid: template-injection
        te.process(x, new Context());
        // ok: template-injection
        te.process("index", new Context(Locale.US, Map.of("x", x)));
        PebbleEngine pe = new PebbleEngine.Builder().build();
        // ruleid: template-injection
        pe.getLiteralTemplate(x);
        // ruleid: template-injection
        new Jinjava().render(x, Map.of());
        // ok: template-injection
        new Jinjava().render("Hi {{ n }}", Map.of("n", x));
        // ruleid: template-injection
        new DefaultMustacheFactory().compile(new StringReader(x), "t");
        return null;
    }

    @GetMapping("/frag")
    public String frag(@RequestParam String section) {
        // ruleid: xss
        return "welcome :: " + section;
    }
}
