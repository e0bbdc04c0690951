//! From the model to HTML, by the bundled template or one of the caller's.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::HandbookModel;

const BUNDLED: &str = include_str!("handbook.html");
const NAME: &str = "handbook.html";

/// A template in the Jinja language that turns a [`HandbookModel`] into HTML. Every value is escaped;
/// a name that the model does not have is an error.
#[derive(Debug)]
pub struct Template(Environment<'static>);

/// Why a template is none, or fails on a model.
#[derive(Debug, thiserror::Error)]
#[error("the template of the handbook fails: {0:#}")]
pub struct RenderError(#[from] minijinja::Error);

impl Template {
    /// The template that comes with this crate: a cover, a table of contents, a page for each practice
    /// and two indexes, for screen and paper, without any resource from outside.
    ///
    /// # Errors
    /// [`RenderError`] if it does not parse, which is a fault of this crate.
    pub fn bundled() -> Result<Self, RenderError> {
        Self::new(BUNDLED)
    }

    /// A template of the caller's own; it sees the fields of [`HandbookModel`].
    ///
    /// # Errors
    /// [`RenderError`], naming the line, if it does not parse.
    pub fn new(source: impl Into<String>) -> Result<Self, RenderError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.add_template_owned(NAME, source.into())?;
        Ok(Self(environment))
    }

    /// The page.
    ///
    /// # Errors
    /// [`RenderError`], naming the line, if the template asks for what the model does not have.
    pub fn render(&self, model: &HandbookModel) -> Result<String, RenderError> {
        Ok(self.0.get_template(NAME)?.render(Serde(model))?)
    }
}
