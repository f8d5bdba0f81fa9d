//! Validates the stories of a package against its data, for `outcomes check`.

use crate::frame::terms;
use crate::package::ResourceRole;
use crate::problem::Problem;
use crate::story::{Holds, Story, hold, read};
use crate::table::Dataset;

/// All problems of the stories among `files`, which are given by the name of their resource.
pub fn check(
    dataset: &Dataset,
    files: &[(String, Result<Vec<u8>, Problem>)],
    views: Option<Vec<String>>,
) -> Vec<Problem> {
    let package = &dataset.package;
    let mut problems = Vec::new();
    let mut stories: Vec<Story> = Vec::new();
    for resource in package.of_role(ResourceRole::Story) {
        let bytes = files.iter().find(|(name, _)| *name == resource.name);
        let Some((_, Ok(bytes))) = bytes else {
            continue;
        };
        let story = read(&package.address_of(resource), bytes);
        stories.extend(story.collect_into(&mut problems));
    }
    let about = terms(dataset, &package.outcomes.stories.about);
    let holds = Holds {
        dataset,
        grantees: about.into_iter().map(|term| term.key).collect(),
        views,
        stories: &stories,
    };
    for story in &stories {
        problems.extend(hold(story, &holds));
    }
    problems
}
