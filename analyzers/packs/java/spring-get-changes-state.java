import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class Users {
    // ruleid: spring-get-changes-state
    @GetMapping("/users/delete/{id}")
    String delete(@PathVariable long id) {
        users.deleteById(id);
        return "redirect:/users";
    }

    // ruleid: spring-get-changes-state
    @GetMapping(value = "/change-password")
    public String change(String password) {
        current().setPassword(password);
        return "redirect:/";
    }

    // ok: spring-get-changes-state
    @PostMapping("/users/delete/{id}")
    String remove(@PathVariable long id) {
        users.deleteById(id);
        return "redirect:/users";
    }

    // ok: spring-get-changes-state
    @GetMapping("/users/delete")
    String deleteForm(Model model) {
        model.setTitle("Delete");
        return "delete";
    }

    // ok: spring-get-changes-state
    @GetMapping("/users/{id}")
    String show(@PathVariable long id) {
        visits.save(id);
        return "user";
    }
}
