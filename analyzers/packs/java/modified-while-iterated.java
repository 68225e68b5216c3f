import java.util.ArrayList;
import java.util.List;

class Orders {
    void prune(List<String> orders) {
        for (String order : orders) {
            if (order.isEmpty()) {
                // ruleid: modified-while-iterated
                orders.remove(order);
            }
        }
        for (String order : new ArrayList<>(orders)) {
            // ok: modified-while-iterated
            orders.remove(order);
        }
        for (String order : orders) {
            if (order.isEmpty()) {
                // ok: modified-while-iterated
                orders.remove(order);
                break;
            }
        }
    }
}
