import java.util.ArrayList;
import java.util.List;

class Counts {
    List<Object> make(String text, boolean flag) {
        List<Object> values = new ArrayList<>();
        // ruleid: boxed-constructor
        values.add(new Integer(5));
        // ruleid: boxed-constructor
        values.add(new Long(text));
        // ruleid: boxed-constructor
        values.add(new Boolean(flag));
        return values;
    }

    List<Object> quiet(String text) {
        List<Object> values = new ArrayList<>();
        // ok: boxed-constructor
        values.add(Integer.valueOf(5));
        // ok: boxed-constructor
        values.add(new String(text));
        // ok: boxed-constructor
        values.add(new Integer[5]);
        // ok: boxed-constructor
        values.add(new Boolean[] {true});
        return values;
    }
}
