import java.util.*;

class Names {
    void clean(List<String> names, List<String> others) {
        // ruleid: modified-while-iterated-lambda
        names.forEach(name -> names.remove(name));
        names.forEach(name -> {
            if (name.isEmpty()) {
                // ruleid: modified-while-iterated-lambda
                names.remove(name);
            }
            // ok: modified-while-iterated-lambda
            others.add(name);
        });
        names.forEach(name -> send(name, () -> {
            // ok: modified-while-iterated-lambda
            names.remove(name);
        }));
        // ok: modified-while-iterated-lambda
        names.removeIf(String::isEmpty);
    }
}
