//! What surrounds every page: skip link, header, footer.

use super::find::find_field;
use crate::browser;
use crate::locale::Message;
use crate::m;
use crate::site::Route;
use crate::ui::{address, href, island, localize, shell};
use leptos::prelude::*;

/// The pages that the header lists, with their labels.
fn main_pages() -> [(Route, Message); 7] {
    [
        (Route::Overview, m!(NavOverview)),
        (Route::States, m!(StatesNav)),
        (Route::Industries, m!(IndustriesTitle)),
        (Route::Grantees, m!(GranteesTitle)),
        (Route::Stories, m!(StoriesTitle)),
        (Route::Explore, m!(NavExplore)),
        (Route::Data, m!(NavData)),
    ]
}

/// The pages under “More”, after the sample dashboard.
fn more_pages() -> [(Route, Message); 5] {
    [
        (Route::Record, m!(NavRecord)),
        (Route::Compare, m!(CompareTitle)),
        (Route::Charts, m!(ChartsNav)),
        (Route::Definitions, m!(DefinitionsTitle)),
        (Route::Report, m!(ReportNav)),
    ]
}

/// The whole body of a page around its content; `trail` leads up from a page below the first level.
pub fn page_frame(trail: Vec<(Route, String)>, content: AnyView) -> impl IntoView {
    let shell = shell();
    let section = shell.route.section();
    let link = |route: Route, label: String| {
        let here = section.as_ref() == Some(&route);
        view! { <li><a href=href(&route) aria-current=here.then_some("page")>{label}</a></li> }
    };
    let banner = shell
        .site
        .official
        .then(|| view! { <p class="official">{localize(m!(OfficialBanner))}</p> });
    let sample = shell.site.sample.clone();
    let sample = (!sample.is_empty())
        .then(|| link(Route::Dashboard(sample), localize(m!(DashboardSampleNav))));
    view! {
        <a class="skip" href="#main">{localize(m!(SkipToContent))}</a>
        {banner}
        <header class="site-header">
            <div class="wrap header-row">
                <button type="button" class="header-button menu-button" popovertarget="menu">
                    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                        <path d="M2 4.75h16M2 10h16M2 15.25h16" stroke="currentColor" stroke-width="2"></path>
                    </svg>
                    <span class="visually-hidden">{localize(m!(NavMenu))}</span>
                </button>
                <a class="wordmark" href=href(&Route::Overview)>{localize(m!(SiteName))}" "<span class="wordmark-more">{localize(m!(SiteNameMore))}</span></a>
                // Popovers need no script: a button opens and closes them, Escape and a press beside them close them. On a
                // wide screen the style sheet shows the first list in the header, on a narrow one the second in the first.
                <nav class="site-nav" id="menu" popover="auto" aria-label=localize(m!(NavLabel))>
                    <ul>
                        {main_pages().map(|(route, label)| link(route, localize(label))).into_iter().collect_view()}
                    </ul>
                    <button type="button" class="more-button" popovertarget="more">{localize(m!(NavMore))}</button>
                    <ul class="nav-more" id="more" popover="auto">
                        {sample}
                        {more_pages().map(|(route, label)| link(route, localize(label))).into_iter().collect_view()}
                    </ul>
                </nav>
                {find_field()}
                {island("theme", (), |()| view! { <ThemeSwitch/> }.into_any())}
            </div>
        </header>
        {trail_view(trail)}
        // On paper nothing else says where the page is from.
        <p class="print-head">{shell.site.title.clone()}" · "{address(&shell.route)}</p>
        <main id="main" tabindex="-1">{content}</main>
        <footer class="site-footer">
            <div class="wrap footer-columns">
                <p class="footer-about">{if shell.site.official { localize(m!(FooterOfficial)) } else { localize(m!(FooterNotOfficial)) }}</p>
                <p>{localize(m!(FooterHonesty))}</p>
                <p>
                    <a href=href(&Route::Data)>{localize(m!(FooterData))}</a>
                    "\u{a0}· "
                    <a href=href(&Route::Compare)>{localize(m!(CompareTitle))}</a>
                    "\u{a0}· "
                    <a href=href(&Route::Charts)>{localize(m!(ChartsNav))}</a>
                    "\u{a0}· "
                    <a href=href(&Route::Report)>{localize(m!(ReportNav))}</a>
                    "\u{a0}· "
                    <a href=href(&Route::Definitions)>{localize(m!(DefinitionsTitle))}</a>
                    "\u{a0}· "
                    <a href=href(&Route::UseCharts)>{localize(m!(UseTitle))}</a>
                    "\u{a0}· "
                    <a href=href(&Route::ShareStory)>{localize(m!(ShareStoryTitle))}</a>
                    "\u{a0}· "
                    <a href=href(&Route::PublishData)>{localize(m!(PublishDataTitle))}</a>
                    "\u{a0}· "
                    <a href=href(&Route::Accessibility)>{localize(m!(AccessTitle))}</a>
                    "\u{a0}· "
                    <a href=shell.place.file("licenses/NOTICE.txt")>{localize(m!(FooterLicences))}</a>
                </p>
            </div>
        </footer>
    }
}

/// The pages above this one, from the first page down; the page itself is its heading.
fn trail_view(trail: Vec<(Route, String)>) -> Option<impl IntoView> {
    // For a page that the header lists, the header is the way.
    let here = shell().route;
    let mut listed = main_pages().into_iter().chain(more_pages());
    if trail.is_empty() || listed.any(|(route, _)| route == here) {
        return None;
    }
    let links = trail
        .into_iter()
        .map(|(route, label)| view! { <li><a href=href(&route)>{label}</a></li> })
        .collect_view();
    Some(view! {
        <nav class="wrap trail" aria-label=localize(m!(NavTrail))><ol>{links}</ol></nav>
    })
}

/// The system's colors, light or dark, chosen by the reader: each press is the next of the three, the first the one that
/// changes what is seen. Without a script the system's choice applies.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let said = RwSignal::new(String::new());
    let toggle = move |_| {
        let theme = browser::next_theme();
        browser::set_theme(theme);
        said.set(localize(match theme {
            Some("dark") => m!(ThemeDark),
            Some(_) => m!(ThemeLight),
            None => m!(ThemeSystem),
        }));
    };
    view! {
        <button type="button" class="header-button theme-switch" on:click=toggle>
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M10 2a8 8 0 1 0 0 16z" fill="currentColor"></path>
                <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"></circle>
            </svg>
            <span class="visually-hidden">{localize(m!(ThemeSwitch))}</span>
        </button>
        <span class="visually-hidden" role="status">{move || said.get()}</span>
    }
}
