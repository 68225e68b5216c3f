package shop.security;

import java.util.Hashtable;
import javax.naming.Context;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.builders.WebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;

class Login {
    void session(HttpServletRequest request, HttpSession session) throws Exception {
        // ruleid: authentication
        session.setMaxInactiveInterval(-1);
        // ok: authentication
        session.setMaxInactiveInterval(900);
        // ruleid: authentication
        request.getSession().setAttribute("user", request.getParameter("user"));
        // ruleid: authentication
        session.setAttribute(request.getParameter("name"), "1");
        // ok: authentication
        session.setAttribute("theme", "dark");
    }

    void configure(HttpSecurity http) throws Exception {
        // ruleid: authentication
        http.authorizeRequests().anyRequest().permitAll();
        // ruleid: authentication
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        // ok: authentication
        http.authorizeRequests().anyRequest().authenticated();
        // ok: authentication
        http.authorizeRequests().antMatchers("/login").permitAll();
        // ruleid: authentication
        http.authorizeRequests().antMatchers("/**").permitAll();
        // ruleid: authentication
        http.sessionManagement().sessionFixation().none();
        // ok: authentication
        http.sessionManagement().sessionFixation().migrateSession();
        // ruleid: authentication
        http.sessionManagement().enableSessionUrlRewriting(true);
    }

    void web(WebSecurity web) {
        // ruleid: authentication
        web.ignoring().antMatchers("/**");
        // ok: authentication
        web.ignoring().antMatchers("/css/**");
    }

    void users() {
        // ruleid: authentication
        User.withDefaultPasswordEncoder().username("user").password("p").build();
    }

    void ldap() {
        Hashtable<String, String> env = new Hashtable<>();
        // ruleid: authentication
        env.put(Context.SECURITY_AUTHENTICATION, "none");
        // ok: authentication
        env.put(Context.SECURITY_AUTHENTICATION, "simple");
    }
}
