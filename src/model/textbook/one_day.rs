//! H15: of two choices with different days at a place where all are on the same, one at most.

use super::Origin;
use super::draft::Draft;
use crate::domain::Rule;
use crate::problem::{Choice, ChooserId};

impl Draft<'_> {
    pub(super) fn one_day(&mut self) {
        let problem = self.problem;
        let all: Vec<(ChooserId, usize, &Choice)> = problem
            .choosers
            .pairs()
            .flat_map(|(id, chooser)| {
                chooser.choices.iter().enumerate().map(move |(number, choice)| (id, number, choice))
            })
            .filter(|(_, _, choice)| !choice.days.is_empty())
            .collect();
        for (index, &(one, number, choice)) in all.iter().enumerate() {
            for &(other, other_number, other_choice) in &all[index + 1..] {
                if one != other && choice.is_on_other_days(other_choice) {
                    let columns = [self.chosen[one][number], self.chosen[other][other_number]];
                    let terms = columns.map(|column| (column, 1)).to_vec();
                    self.at_most(Origin::Rule(Rule::OneDay), terms, 1);
                }
            }
        }
    }
}
