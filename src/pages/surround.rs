//! What surrounds every page: skip link, header, footer.

use super::find::find_field;
use crate::browser;
use crate::m;
use crate::site::Route;
use crate::ui::{address, href, island, say, shell};
use leptos::prelude::*;

/// The whole body of a page around its content.
pub fn page_frame(content: AnyView) -> impl IntoView {
    let shell = shell();
    let link = |route: Route, label: String| {
        let here = shell.route == route
            || (route == Route::Data && matches!(shell.route, Route::Package(_)))
            || (route == Route::States
                && matches!(shell.route, Route::State(_) | Route::StatePay(_)))
            || (route == Route::Industries && matches!(shell.route, Route::Industry(_)))
            || (route == Route::Grantees && matches!(shell.route, Route::Grantee(_)))
            || (route == Route::Stories
                && matches!(
                    shell.route,
                    Route::Story(_) | Route::Models | Route::Model(_) | Route::Phases
                ))
            || (route == Route::Record && matches!(shell.route, Route::Figures | Route::Figure(_)));
        view! { <li><a href=href(&route) aria-current=here.then_some("page")>{label}</a></li> }
    };
    let banner = shell
        .site
        .official
        .then(|| view! { <p class="official">{say(m!(OfficialBanner))}</p> });
    view! {
        <a class="skip" href="#main">{say(m!(SkipToContent))}</a>
        {banner}
        <header class="site-header">
            <div class="wrap header-row">
                <a class="wordmark" href=href(&Route::Overview)>
                    <span class="wordmark-name">{say(m!(SiteName))}</span>
                    <span class="wordmark-what">{say(m!(SiteWhat))}</span>
                </a>
                <nav class="site-nav" aria-label=say(m!(NavLabel))>
                    <ul>
                        {link(Route::Overview, say(m!(NavOverview)))}
                        {link(Route::States, say(m!(StatesNav)))}
                        {link(Route::Industries, say(m!(IndustriesTitle)))}
                        {link(Route::Grantees, say(m!(GranteesTitle)))}
                        {link(Route::Stories, say(m!(StoriesTitle)))}
                        {link(Route::Record, say(m!(NavRecord)))}
                        {link(Route::Explore, say(m!(NavExplore)))}
                        {link(Route::Data, say(m!(NavData)))}
                    </ul>
                </nav>
                {find_field()}
                {island("theme", (), |()| view! { <ThemeSwitch/> }.into_any())}
            </div>
        </header>
        // On paper nothing else says where the page is from.
        <p class="print-head">{shell.site.title.clone()}" · "{address(&shell.route)}</p>
        <main id="main" tabindex="-1">{content}</main>
        <footer class="site-footer">
            <div class="wrap footer-columns">
                <p class="footer-about">{if shell.site.official { say(m!(FooterOfficial)) } else { say(m!(FooterNotOfficial)) }}</p>
                <p>{say(m!(FooterHonesty))}</p>
                <p>
                    <a href=href(&Route::Data)>{say(m!(FooterData))}</a>
                    " · "
                    <a href=href(&Route::Compare)>{say(m!(CompareTitle))}</a>
                    " · "
                    <a href=href(&Route::Charts)>{say(m!(ChartsNav))}</a>
                    " · "
                    <a href=href(&Route::Report)>{say(m!(ReportNav))}</a>
                    " · "
                    <a href=href(&Route::Definitions)>{say(m!(DefinitionsTitle))}</a>
                    " · "
                    <a href=shell.place.file("licenses/NOTICE.txt")>{say(m!(FooterLicences))}</a>
                </p>
            </div>
        </footer>
    }
}

/// Light or dark, chosen by the reader; without script the system's choice stands.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let toggle = move |_| {
        let theme = if browser::is_dark() { "light" } else { "dark" };
        browser::set_theme(theme);
    };
    view! {
        <button type="button" class="theme-switch" on:click=toggle>
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M10 2a8 8 0 1 0 0 16z" fill="currentColor"></path>
                <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"></circle>
            </svg>
            <span class="visually-hidden">{say(m!(ThemeSwitch))}</span>
        </button>
    }
}
