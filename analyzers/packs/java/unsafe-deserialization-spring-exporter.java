import org.springframework.context.annotation.Bean;
import org.springframework.remoting.httpinvoker.HttpInvokerServiceExporter;
import org.springframework.remoting.httpinvoker.HttpInvokerProxyFactoryBean;
import org.springframework.remoting.rmi.RemoteInvocationSerializingExporter;
import org.springframework.remoting.rmi.RmiServiceExporter;

class Remoting {
    @Bean(name = "/accounts")
    Object accounts(AccountService service) {
        // ruleid: unsafe-deserialization-spring-exporter
        HttpInvokerServiceExporter exporter = new HttpInvokerServiceExporter();
        exporter.setService(service);
        exporter.setServiceInterface(AccountService.class);
        return exporter;
    }

    @Bean
    Object rmi() {
        // ruleid: unsafe-deserialization-spring-exporter
        return new RmiServiceExporter();
    }

    @Bean
    Object client() {
        // ok: unsafe-deserialization-spring-exporter
        return new HttpInvokerProxyFactoryBean();
    }
}

// ruleid: unsafe-deserialization-spring-exporter
class OwnExporter extends RemoteInvocationSerializingExporter {
    void handle() {}
}

// ok: unsafe-deserialization-spring-exporter
class Exporter extends ServiceExporter {
}
