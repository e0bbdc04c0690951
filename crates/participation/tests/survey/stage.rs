//! A survey on a store, as a careful caller runs it.

use guildhall_kernel::memory::Memory;
use guildhall_kernel::{Commit, Loaded, SlotId, Store, Time, Uuid};
use guildhall_participation::survey::{
    Anonymous, AnswerBox, Instrument, Seed, Sheet, Survey, SurveyEvent, SurveyRefusal, Token,
};

use crate::dice::Dice;

pub(crate) const INSTRUMENT: &str = r#"
    code = "satisfaction"
    title = { sl = "Zadovoljstvo", en = "Satisfaction" }
    minimum_cell = 3

    [[questions]]
    code = "overall"
    text = { en = "How satisfied are you with the training?" }
    kind.scale = { min = 1, max = 5 }

    [[questions]]
    code = "pace"
    text = { en = "How was the pace?" }
    kind.choice.options = [
        { code = "slow", text = { en = "too slow" } },
        { code = "right", text = { en = "right" } },
    ]

    [[questions]]
    code = "new-to-me"
    text = { en = "Was learning online new to you?" }
    kind = "yes_no"

    [[questions]]
    code = "follow-up"
    text = { en = "Would you join a follow-up?" }
    kind = "intent_to_continue"

    [[questions]]
    code = "comment"
    text = { en = "What would you change?" }
    kind = "free_text"
"#;

pub(crate) const WINDOW: &str = r#"{"from":"2019-06-10","until":"2019-06-30","zone":"Europe/Ljubljana"}"#;

pub(crate) fn instrument() -> Instrument {
    toml::from_str(INSTRUMENT).unwrap()
}

pub(crate) fn at(text: &str) -> Time {
    text.parse().unwrap()
}

/// The middle of the window.
pub(crate) fn midst() -> Time {
    at("2019-06-20T12:00:00Z")
}

pub(crate) struct Stage {
    pub(crate) store: Memory,
    pub(crate) dice: Dice,
    pub(crate) survey: Loaded<Survey>,
    pub(crate) answers: AnswerBox,
    pub(crate) commits: Vec<Commit>,
}

impl Stage {
    /// A survey before it is opened.
    pub(crate) fn new() -> Self {
        let survey = Loaded::new(Uuid::from_u128(1), Uuid::from_u128(2));
        let answers = AnswerBox::new(&survey);
        Self { store: Memory::default(), dice: Dice::new(7), survey, answers, commits: Vec::new() }
    }

    /// An open survey.
    pub(crate) fn open(instrument: &Instrument) -> Self {
        let mut stage = Self::new();
        let events = stage.survey.open(instrument, serde_json::from_str(WINDOW).unwrap(), midst());
        stage.officer(events).unwrap();
        stage
    }

    /// An open survey with so many tokens.
    pub(crate) fn with_tokens(instrument: &Instrument, tokens: usize) -> (Self, Vec<Token>) {
        let mut stage = Self::open(instrument);
        let tokens: Vec<_> = (0..tokens).map(|_| Token::new(stage.dice.uuid()).unwrap()).collect();
        stage.officer(stage.survey.issue(&tokens)).unwrap();
        (stage, tokens)
    }

    /// Commits what the officer does, with name and hour.
    pub(crate) fn officer(
        &mut self,
        decided: Result<Vec<SurveyEvent>, SurveyRefusal>,
    ) -> Result<(), SurveyRefusal> {
        let staged = self.survey.stage(decided?, &());
        let commit = Commit::new(self.dice.id(), midst(), Some(self.dice.id())).with(&staged).unwrap();
        let receipt = self.store.commit(&commit).unwrap();
        self.survey.apply(&staged, &receipt).unwrap();
        self.commits.push(commit);
        Ok(())
    }

    pub(crate) fn carry_out(
        &mut self,
        decided: Result<Anonymous, SurveyRefusal>,
    ) -> Result<(), SurveyRefusal> {
        let anonymous = decided?;
        let commit = anonymous.commit(self.dice.id()).unwrap();
        let receipt = self.store.commit(&commit).unwrap();
        self.survey.apply(anonymous.staged(), &receipt).unwrap();
        self.commits.push(commit);
        Ok(())
    }

    /// Stores a commit as it is.
    pub(crate) fn keep(&mut self, commit: Commit) {
        self.store.commit(&commit).unwrap();
        self.survey.refresh(&self.store).unwrap();
        self.commits.push(commit);
    }

    pub(crate) fn slots(&mut self) -> Vec<SlotId> {
        (0..self.answers.remarks()).map(|_| self.dice.id()).collect()
    }

    /// Spends the token, then puts the sheet in.
    pub(crate) fn answer(&mut self, token: &Token, sheet: Sheet, now: Time) -> Result<(), SurveyRefusal> {
        self.carry_out(Anonymous::spend(&self.survey, token, now))?;
        self.answers.put(&self.survey, sheet)
    }

    /// An open survey in which so many tokens are spent, and whose box is empty.
    pub(crate) fn with_spent(instrument: &Instrument, tokens: usize) -> Self {
        let (mut stage, tokens) = Self::with_tokens(instrument, tokens);
        for token in &tokens {
            stage.carry_out(Anonymous::spend(&stage.survey, token, midst())).unwrap();
        }
        stage
    }

    pub(crate) fn draw(&mut self, seed: &Seed) -> Result<(), SurveyRefusal> {
        self.answers.draw(&self.survey, seed)
    }

    pub(crate) fn publish(&mut self, now: Time) -> Result<(), SurveyRefusal> {
        let slots = self.slots();
        self.carry_out(Anonymous::publish(&self.survey, &self.answers, &slots, now))
    }

    pub(crate) fn close(&mut self, now: Time) -> Result<(), SurveyRefusal> {
        let slots = self.slots();
        self.carry_out(Anonymous::close(&self.survey, &self.answers, &slots, now))?;
        self.answers.settle(&self.survey);
        Ok(())
    }
}
