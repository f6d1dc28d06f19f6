//! Solving undoes multiplying; singular matrices say what to change.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::Factor;

fn product(columns: &[Vec<(usize, f64)>], x: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; x.len()];
    for (column, value) in columns.iter().zip(x) {
        for &(row, entry) in column {
            out[row] += entry * value;
        }
    }
    out
}

fn random_columns(size: usize, seed: u64) -> Vec<Vec<(usize, f64)>> {
    let mut state = seed;
    let mut next = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(state >> 33).unwrap_or(0) % bound
    };
    (0..size)
        .map(|at| {
            let mut column = vec![(at, 1.0 + f64::from(u8::try_from(next(3)).unwrap_or(0)))];
            for _ in 0..next(4) {
                let row = next(size);
                if column.iter().all(|&(other, _)| other != row) {
                    column.push((row, if next(2) == 0 { 1.0 } else { -1.0 }));
                }
            }
            column
        })
        .collect()
}

fn close(one: &[f64], other: &[f64]) -> bool {
    one.iter().zip(other).all(|(a, b)| (a - b).abs() < 1e-6)
}

#[test]
fn solving_undoes_multiplying_before_and_after_columns_are_replaced() {
    let mut solved = 0;
    for seed in 0..200 {
        let size = 30;
        let mut columns = random_columns(size, seed);
        let slices: Vec<&[(usize, f64)]> = columns.iter().map(Vec::as_slice).collect();
        let Ok(mut factor) = Factor::compute(size, &slices) else { continue };
        let x: Vec<f64> =
            (0..size).map(|at| f64::from(u8::try_from(at % 7).unwrap_or(0)) - 3.0).collect();
        for (position, column) in random_columns(size, seed + 1000).into_iter().enumerate() {
            let mut image = vec![0.0; size];
            for &(row, entry) in &column {
                image[row] += entry;
            }
            factor.solve_entering(&mut image);
            if image[position].abs() > 0.1 && position % 3 == 0 {
                factor.update(position, image[position]);
                columns[position] = column;
            }
            let mut vector = product(&columns, &x);
            factor.solve_columns(&mut vector);
            assert!(close(&vector, &x), "seed {seed}");
            let mut duals = x.clone();
            factor.solve_rows(&mut duals);
            let back: Vec<f64> = columns
                .iter()
                .map(|column| column.iter().map(|&(row, entry)| entry * duals[row]).sum())
                .collect();
            assert!(close(&back, &x), "seed {seed}");
            solved += 1;
        }
    }
    assert!(solved > 3000, "most random matrices are regular: {solved}");
}

#[test]
fn a_singular_matrix_names_what_to_replace() {
    let columns: [&[(usize, f64)]; 3] = [&[(0, 1.0), (1, 1.0)], &[(0, 1.0), (1, 1.0)], &[(2, 1.0)]];
    let deficiency = Factor::compute(3, &columns).err().unwrap();
    assert_eq!(deficiency.dependent.len(), 1);
    assert!(deficiency.dependent[0] < 2 && deficiency.uncovered[0] < 2);
}

#[test]
fn too_many_or_too_few_columns_name_what_to_change() {
    let columns: [&[(usize, f64)]; 3] = [&[(0, 1.0), (1, 1.0)], &[(0, 1.0)], &[(1, 1.0)]];
    let deficiency = Factor::compute(2, &columns).err().unwrap();
    assert_eq!((deficiency.dependent.len(), deficiency.uncovered.len()), (1, 0));
    let deficiency = Factor::compute(3, &columns[1..]).err().unwrap();
    assert_eq!((deficiency.dependent.len(), deficiency.uncovered), (0, vec![2]));
}
