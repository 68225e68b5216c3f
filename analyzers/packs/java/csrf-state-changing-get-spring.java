import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class Users {
    // ruleid: csrf-state-changing-get-spring
    @GetMapping("/users/delete/{id}")
    String delete(@PathVariable long id) {
        users.deleteById(id);
        return "redirect:/users";
    }

    // ruleid: csrf-state-changing-get-spring
    @GetMapping(value = "/change-password")
    public String change(String password) {
        current().setPassword(password);
        return "redirect:/";
    }

    // ok: csrf-state-changing-get-spring
    @PostMapping("/users/delete/{id}")
    String remove(@PathVariable long id) {
        users.deleteById(id);
        return "redirect:/users";
    }

    // ok: csrf-state-changing-get-spring
    @GetMapping("/users/delete")
    String deleteForm(Model model) {
        model.setTitle("Delete");
        return "delete";
    }

    // ok: csrf-state-changing-get-spring
    @GetMapping("/users/{id}")
    String show(@PathVariable long id) {
        visits.save(id);
        return "user";
    }
}
