//! Σ w·c over Σ w: the one fraction that every percentage is.

/// Credits gained by weight, and the weight they were gained on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Σ w·c, 0 to 100 · `weight`.
    pub gained: u64,
    /// Σ w of the applicable questions.
    pub weight: u64,
}

impl Sum {
    /// Adds a question of this weight and credit (0 to 100).
    pub fn add(&mut self, weight: u32, credit: u32) {
        self.gained += u64::from(weight) * u64::from(credit);
        self.weight += u64::from(weight);
    }

    /// True when nothing applicable was added.
    pub fn is_empty(self) -> bool {
        self.weight == 0
    }

    /// True when the percent is at least this: Σ w·c ≥ percent · Σ w.
    pub fn reaches(self, percent: u32) -> bool {
        self.gained >= u64::from(percent) * self.weight
    }

    /// The percent in tenths, 0 to 1000, half up; `None` when nothing is applicable.
    pub fn tenths(self) -> Option<u64> {
        self.rounded(10)
    }

    /// The percent in whole numbers, 0 to 100, half up; `None` when nothing is applicable.
    pub fn whole(self) -> Option<u64> {
        self.rounded(1)
    }

    fn rounded(self, scale: u64) -> Option<u64> {
        (!self.is_empty()).then(|| (2 * scale * self.gained + self.weight) / (2 * self.weight))
    }
}

impl serde::Serialize for Sum {
    /// The percent with one decimal; `null` when nothing is applicable.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.tenths().map(|tenths| tenths as f64 / 10.0).serialize(serializer)
    }
}
