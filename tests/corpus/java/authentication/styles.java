package org.sample;

import java.security.MessageDigest;
import javax.servlet.http.*;
import org.springframework.security.config.annotation.web.builders.*;
import org.springframework.security.config.annotation.web.configuration.*;
import org.springframework.security.core.userdetails.*;

class Styles extends WebSecurityConfigurerAdapter {
    @Override
    protected void configure(HttpSecurity http) throws Exception {
        http
            // ok: authentication
            .authorizeRequests()
            .antMatchers("/css/**", "/login").permitAll()
            .anyRequest().authenticated();
    }

    void open(HttpSecurity http) throws Exception {
        // ruleid: authentication
        http.authorizeRequests().anyRequest().permitAll().and().httpBasic();
        // ruleid: authentication
        http.authorizeHttpRequests(a -> a.requestMatchers("/**").permitAll());
        // ruleid: authentication
        http.sessionManagement(s -> s.sessionFixation(f -> f.none()));
        // ok: authentication
        http.sessionManagement(s -> s.sessionFixation(f -> f.newSession()));
    }

    boolean login(UserDao dao, String name, String password) throws Exception {
        Account account = dao.find(name);
        // ruleid: authentication
        if (account.getPassword().equals(password)) {
            return true;
        }
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        // ruleid: authentication
        byte[] hash = sha.digest(password.getBytes("UTF-8"));
        // ok: authentication
        return encoder.matches(password, account.getHash());
    }

    void session(HttpServletRequest req) {
        HttpSession session = req.getSession();
        // ruleid: authentication
        session.setAttribute("role", req.getParameter("role"));
        // ok: authentication
        session.setAttribute("visits", 1);
        // ok: authentication
        session.setMaxInactiveInterval(30 * 60);
    }
}
