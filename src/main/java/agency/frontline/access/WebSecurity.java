package agency.frontline.access;

import static org.springframework.security.config.Customizer.withDefaults;

import java.time.Clock;
import java.util.Arrays;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.filter.SessionCookieFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Everything needs a login, but for what stands here as open. Five faces, each with its own manners: the engine's REST
 * and ours take a Basic login, Camunda's web apps and our pages the session; both are checked by the engine's identity
 * service. The pages of a pulse and of a plan's end take the link in a client's mail. What somebody may do with which case
 * is decided behind this, in the engine and in the controllers.
 */
@Configuration
class WebSecurity {

    private static final String[] OPEN_PAGES = {
        "/",
        "/login",
        "/frontline.css",
        "/demo-mail.css",
        "/icon.svg",
        "/favicon.ico",
        "/js/**",
        "/vendor/**",
        "/pictures/**",
        "/error"
    };

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] EVERYBODY_BUT_INTAKE = Arrays.stream(StaffGroup.values())
            .filter(group -> group != StaffGroup.INTAKE)
            .map(StaffGroup::id)
            .toArray(String[]::new);

    private final Logins logins;
    private final LoginThrottle throttle;
    private final IdentityService identity;

    private final int resultsAtMost;

    WebSecurity(
            Logins logins,
            LoginThrottle throttle,
            @Lazy IdentityService identity,
            @Value("${camunda.bpm.generic-properties.properties.query-max-results-limit}") int resultsAtMost) {
        this.resultsAtMost = resultsAtMost;
        this.logins = logins;
        this.throttle = throttle;
        this.identity = identity;
    }

    @Bean
    AuthenticationManager passwordCheck(PasswordLogin login) {
        return new ProviderManager(login);
    }

    /** The engine's REST: Basic only. A session does not open it, so nobody can be made to use it unawares. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRestChain(HttpSecurity http) throws Exception {
        common(http, Denials.basicChallenge(true), Denials.engineError());
        return http.securityMatcher(paths("/engine-rest", "/engine-rest/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(Denials.basicChallenge(true)))
                .addFilterAfter(new ListsHaveAnEnd(resultsAtMost), AuthorizationFilter.class)
                .addFilterAfter(new EngineIdentity(identity), ListsHaveAnEnd.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyAuthority(EVERYBODY_BUT_INTAKE))
                .build();
    }

    /** Tasklist, Cockpit, Admin and our own plugins for them; Camunda's filters guard the engine's part and the CSRF. */
    @Bean
    @Order(2)
    SecurityFilterChain camundaChain(HttpSecurity http) throws Exception {
        common(http, Denials.plain401(), Denials.engineError());
        return http.securityMatcher(paths("/camunda", "/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SessionLogin(logins), BasicAuthenticationFilter.class)
                .addFilterAfter(new CamundaLoginThrottle(throttle), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // The first admin is made by us; Camunda's page for it must never be somebody else's way in.
                        .requestMatchers(paths("/camunda/api/admin/setup/**"))
                        .denyAll()
                        .requestMatchers(paths(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/*"))
                        .permitAll()
                        .requestMatchers(paths(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .permitAll()
                        .requestMatchers(paths(
                                HttpMethod.GET,
                                "/camunda/api/admin/auth/user/*",
                                "/camunda/api/engine/engine",
                                "/camunda/api/engine/engine/",
                                "/camunda/api/*/plugin/*/static/**"))
                        .permitAll()
                        .requestMatchers(paths("/camunda/api/**"))
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** Our REST: Basic for programs, or the session of a page together with its CSRF token. */
    @Bean
    @Order(3)
    SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
        common(http, Denials.basicChallenge(false), Denials.problem());
        return http.securityMatcher(paths("/api", "/api/**"))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(
                        request -> request.getHeader(HttpHeaders.AUTHORIZATION) == null
                                && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)))
                .httpBasic(basic -> basic.authenticationEntryPoint(Denials.basicChallenge(false)))
                .addFilterAfter(new SessionLogin(logins), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineIdentity(identity), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(paths("/api/demo/**"))
                        .hasAuthority(StaffGroup.ADMINS.id())
                        .requestMatchers(paths("/api/client-messages", "/api/client-messages/**"))
                        .hasAuthority(StaffGroup.INTAKE.id())
                        .anyRequest()
                        .hasAnyAuthority(EVERYBODY_BUT_INTAKE))
                .build();
    }

    /**
     * The two pages of ours for people without a login, a pulse and the end of a plan: the link in their mail is what
     * opens them, and nothing of them may leave with a referrer (S13). Only who has the link can send the form, so that no
     * token of a session guards it.
     */
    @Bean
    @Order(4)
    SecurityFilterChain pulseChain(HttpSecurity http, Clock clock) throws Exception {
        common(http, Denials.loginPage(), Denials.errorPage());
        return http.securityMatcher(paths("/pulse/*", "/plan-check/*"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new PulseThrottle(clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                paths(HttpMethod.GET, "/pulse/*", "/plan-check/*"),
                                paths(HttpMethod.HEAD, "/pulse/*", "/plan-check/*"),
                                paths(HttpMethod.POST, "/pulse/*", "/plan-check/*"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Our pages, the description of our REST, and what the operators look at. */
    @Bean
    @Order(5)
    SecurityFilterChain pagesChain(HttpSecurity http) throws Exception {
        common(http, Denials.loginPage(), Denials.errorPage());
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .csrf(withDefaults())
                .httpBasic(basic -> basic.authenticationEntryPoint(Denials.basicChallenge(false)))
                .logout(logout -> logout.logoutSuccessUrl("/").deleteCookies("JSESSIONID"))
                .addFilterAfter(new SessionLogin(logins), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineIdentity(identity), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(paths(OPEN_PAGES))
                        .permitAll()
                        .requestMatchers(paths(HttpMethod.GET, "/actuator/health", "/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(paths("/actuator", "/actuator/**"))
                        .hasAnyAuthority(StaffGroup.ADMINS.id(), StaffGroup.PROCESS_OWNERS.id())
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** By the whole path: Spring's default looks below the servlet's own path, and the engine's servlets have one. */
    private static RequestMatcher paths(String... patterns) {
        return paths(null, patterns);
    }

    private static RequestMatcher paths(@Nullable HttpMethod method, String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(method, pattern))
                .toList());
    }

    private void common(HttpSecurity http, AuthenticationEntryPoint missing, AccessDeniedHandler denied)
            throws Exception {
        // Spring Security keeps nothing between requests but the CSRF token. Its session management would take every
        // request for a login and change session id and token under the feet of the others.
        http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(missing).accessDeniedHandler(denied))
                .addFilterAfter(new NoOtherSites(), ExceptionTranslationFilter.class)
                .addFilterAfter(new AuditorsChangeNothing(), ExceptionTranslationFilter.class);
    }

    /** Where our pages begin a session, its cookie gets the same marks as Camunda gives it, once (camunda-facts 6.7). */
    @Bean
    FilterRegistrationBean<SessionCookieFilter> sessionCookie() {
        var filter = new FilterRegistrationBean<>(new SessionCookieFilter());
        filter.addUrlPatterns("/login");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
